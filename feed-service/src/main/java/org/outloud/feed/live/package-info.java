/** What changes, told to open streams as it happens. */
@NullMarked
package org.outloud.feed.live;

import org.jspecify.annotations.NullMarked;
