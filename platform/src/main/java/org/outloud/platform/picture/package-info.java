/** Pictures that somebody sent, made safe to serve. */
@NullMarked
package org.outloud.platform.picture;

import org.jspecify.annotations.NullMarked;
