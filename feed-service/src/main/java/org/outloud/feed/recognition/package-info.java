/** Small public acts of thanks. */
@NullMarked
package org.outloud.feed.recognition;

import org.jspecify.annotations.NullMarked;
