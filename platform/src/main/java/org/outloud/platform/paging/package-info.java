/** Pages that neither repeat nor skip while others write: keyset cursors. */
@NullMarked
package org.outloud.platform.paging;

import org.jspecify.annotations.NullMarked;
