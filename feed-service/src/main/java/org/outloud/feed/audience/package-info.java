/** Who could read a post, before it is published. */
@NullMarked
package org.outloud.feed.audience;

import org.jspecify.annotations.NullMarked;
