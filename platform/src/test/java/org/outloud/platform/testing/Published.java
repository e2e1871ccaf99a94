package org.outloud.platform.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.outloud.contracts.event.Event;
import org.outloud.contracts.event.EventType;
import org.outloud.platform.outbox.Outbox;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The topics as a test sees them: it publishes what other services would, and awaits what the service published. */
@TestComponent
public class Published {

    private final KafkaTemplate<String, byte[]> kafka;
    private final ConsumerFactory<String, byte[]> consumers;
    private final JsonMapper json;

    Published(KafkaTemplate<String, byte[]> kafka, ConsumerFactory<String, byte[]> consumers, JsonMapper json) {
        this.kafka = kafka;
        this.consumers = consumers;
        this.json = json;
    }

    /** Publishes an event as another service's relay would, and waits until the broker has it. */
    public void publish(Event event) {
        publish(UUID.randomUUID(), event);
    }

    /** Publishes an event under a given id, to be repeated with the same one. */
    public void publish(UUID id, Event event) {
        EventType type = Outbox.typeOf(event.getClass());
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(type.topic(), event.key(), json.writeValueAsBytes(event));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id.toString(),
                        "ce_type", type.value(),
                        "ce_source", "/outloud/test",
                        "ce_time", Instant.now().toString())
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(message);
    }

    /** Publishes anything, well-formed or not. */
    public void send(ProducerRecord<String, byte[]> message) {
        try {
            CompletableFuture<?> sent = kafka.send(message);
            sent.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The events of a type with a key that stand on their topic, oldest first; waits until there are so many. */
    public <E extends Event> List<E> await(Class<E> event, String key, int atLeast) {
        EventType type = Outbox.typeOf(event);
        List<E> found = new CopyOnWriteArrayList<>();
        try (Consumer<String, byte[]> consumer = consumers.createConsumer("test-" + UUID.randomUUID(), null)) {
            consumer.subscribe(List.of(type.topic()));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                            if (key.equals(message.key())
                                    && message.value() != null
                                    && type.value().equals(header(message, "ce_type"))) {
                                found.add(json.readValue(message.value(), event));
                            }
                        }
                        return found.size() >= atLeast;
                    });
        }
        return List.copyOf(found);
    }

    private static String header(ConsumerRecord<?, ?> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
