/** Repeating a POST safely: {@code Idempotency-Key}. */
@NullMarked
package org.outloud.platform.idempotency;

import org.jspecify.annotations.NullMarked;
