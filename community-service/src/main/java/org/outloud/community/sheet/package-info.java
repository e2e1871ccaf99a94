/** Tables as people keep them: comma-separated values as spreadsheets write them, and JSON. */
@NullMarked
package org.outloud.community.sheet;

import org.jspecify.annotations.NullMarked;
