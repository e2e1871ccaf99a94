/** Posts that people keep for themselves, in folders and with a note. */
@NullMarked
package org.outloud.feed.saved;

import org.jspecify.annotations.NullMarked;
