/** Posts and comments: written, read, answered, taken away; and who may read them. */
@NullMarked
package org.outloud.feed.post;

import org.jspecify.annotations.NullMarked;
