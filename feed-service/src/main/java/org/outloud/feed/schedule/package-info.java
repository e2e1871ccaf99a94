/** Posts that are written now and published at a moment their author chose. */
@NullMarked
package org.outloud.feed.schedule;

import org.jspecify.annotations.NullMarked;
