/** Posts, comments and thanks from before, brought in with their authors and times. */
@NullMarked
package org.outloud.feed.history;

import org.jspecify.annotations.NullMarked;
