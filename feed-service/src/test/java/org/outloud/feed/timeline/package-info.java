/** Tests of feeds: what stands in them, and that pages neither repeat nor skip. */
@NullMarked
package org.outloud.feed.timeline;

import org.jspecify.annotations.NullMarked;
