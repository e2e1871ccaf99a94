/** Pictures and files that belong to posts. */
@NullMarked
package org.outloud.feed.attachment;

import org.jspecify.annotations.NullMarked;
