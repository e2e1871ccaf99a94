/** Work that comes round again by itself. */
@NullMarked
package org.outloud.platform.recurring;

import org.jspecify.annotations.NullMarked;
