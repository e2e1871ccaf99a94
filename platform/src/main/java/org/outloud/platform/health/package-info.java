/** Readiness that tells the truth. */
@NullMarked
package org.outloud.platform.health;

import org.jspecify.annotations.NullMarked;
