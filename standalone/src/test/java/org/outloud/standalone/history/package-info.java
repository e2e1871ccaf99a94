/** Exports of other platforms, read. */
@NullMarked
package org.outloud.standalone.history;

import org.jspecify.annotations.NullMarked;
