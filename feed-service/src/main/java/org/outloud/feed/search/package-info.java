/** Finding what was said, by its words. */
@NullMarked
package org.outloud.feed.search;

import org.jspecify.annotations.NullMarked;
