/** Events leave with the change that caused them: the outbox table and the relay that empties it into Kafka. */
@NullMarked
package org.outloud.platform.outbox;

import org.jspecify.annotations.NullMarked;
