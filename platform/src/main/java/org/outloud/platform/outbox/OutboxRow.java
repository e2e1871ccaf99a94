package org.outloud.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** One event waiting to be published. */
record OutboxRow(
        long seq,
        UUID id,
        String topic,
        String key,
        String type,
        String payload,
        @Nullable String traceparent,
        Instant createdAt,
        boolean toldAgain) {

    /** The payload of a row that takes its key off a compacted topic. */
    private static final String NOTHING = "null";

    /** The event as a CloudEvents 1.0 message in Kafka's binary mode. */
    ProducerRecord<String, byte[]> toRecord(String source) {
        byte[] value = payload.equals(NOTHING) ? null : payload.getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, value);
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", id.toString());
        header(message, "ce_type", type);
        header(message, "ce_source", source);
        header(message, "ce_subject", key);
        header(message, "ce_time", createdAt.toString());
        header(message, "content-type", "application/json");
        if (toldAgain) {
            header(message, "ce_toldagain", "true");
        }
        if (traceparent != null) {
            header(message, "traceparent", traceparent);
        }
        return message;
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
