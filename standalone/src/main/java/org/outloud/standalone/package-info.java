/** Outloud on one machine: the {@code ./outloud} command, and the same system as an object for tests. */
@NullMarked
package org.outloud.standalone;

import org.jspecify.annotations.NullMarked;
