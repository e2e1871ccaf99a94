/** Tests of what leaves with a change. */
@NullMarked
package org.outloud.platform.outbox;

import org.jspecify.annotations.NullMarked;
