/** The ground that every service's tests stand on: a real database, a real broker, real signed tokens. */
@NullMarked
package org.outloud.platform.testing;

import org.jspecify.annotations.NullMarked;
