/** Figures that have to be looked for, for those who watch the system. */
@NullMarked
package org.outloud.platform.watch;

import org.jspecify.annotations.NullMarked;
