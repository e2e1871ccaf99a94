/** What people write about, in their own words. */
@NullMarked
package org.outloud.feed.tag;

import org.jspecify.annotations.NullMarked;
