/** Handing personal data from one service to another without anybody between them reading it. */
@NullMarked
package org.outloud.platform.privacy;

import org.jspecify.annotations.NullMarked;
