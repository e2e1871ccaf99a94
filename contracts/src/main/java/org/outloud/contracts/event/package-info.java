/**
 * What happened, told across services: past-tense records, versioned by their type's last segment.
 *
 * <p>On the wire an event is a CloudEvents 1.0 message in Kafka's binary mode: attributes in {@code ce_*} headers, the
 * record below as JSON in the value.
 */
@NullMarked
package org.outloud.contracts.event;

import org.jspecify.annotations.NullMarked;
