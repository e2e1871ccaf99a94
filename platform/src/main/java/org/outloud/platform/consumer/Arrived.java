package org.outloud.platform.consumer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A message as it came, with the attributes that applying it needs. */
record Arrived(ConsumerRecord<String, byte[]> message, UUID id, String type) {

    static Arrived of(ConsumerRecord<String, byte[]> message) {
        String id = header(message, "ce_id");
        String type = header(message, "ce_type");
        return new Arrived(message, id == null ? placeOf(message) : UUID.fromString(id), type == null ? "" : type);
    }

    /** When what it tells of happened; empty when the message does not say. */
    Optional<Instant> time() {
        String time = header(message, "ce_time");
        try {
            return time == null ? Optional.empty() : Optional.of(Instant.parse(time));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether it tells what was told before, in case the topics lost it. */
    boolean toldAgain() {
        return "true".equals(header(message, "ce_toldagain"));
    }

    /** A message without an id is known by where it lies. */
    private static UUID placeOf(ConsumerRecord<String, byte[]> message) {
        String place = message.topic() + "-" + message.partition() + "@" + message.offset();
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable String header(ConsumerRecord<?, ?> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return type + " " + id + " at " + message.topic() + "-" + message.partition() + "@" + message.offset();
    }
}
