/** The whole system as people and clients meet it. */
@NullMarked
package org.outloud.acceptance;

import org.jspecify.annotations.NullMarked;
