/** Tests of who is calling. */
@NullMarked
package org.outloud.platform.security;

import org.jspecify.annotations.NullMarked;
