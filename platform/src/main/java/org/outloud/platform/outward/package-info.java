/** Asking hosts that somebody named, without becoming their way into this network. */
@NullMarked
package org.outloud.platform.outward;

import org.jspecify.annotations.NullMarked;
