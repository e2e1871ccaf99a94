/** Identifiers that cross a service boundary. */
@NullMarked
package org.outloud.contracts;

import org.jspecify.annotations.NullMarked;
