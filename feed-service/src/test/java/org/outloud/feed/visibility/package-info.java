/** Who may read a post never depends on where one looks. */
@NullMarked
package org.outloud.feed.visibility;

import org.jspecify.annotations.NullMarked;
