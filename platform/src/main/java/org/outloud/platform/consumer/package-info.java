/** Events arrive and are applied exactly once: batches, the inbox, dead letters and their replay. */
@NullMarked
package org.outloud.platform.consumer;

import org.jspecify.annotations.NullMarked;
