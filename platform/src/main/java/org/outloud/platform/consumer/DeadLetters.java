package org.outloud.platform.consumer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.outloud.contracts.event.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;

/** Puts what cannot be applied where people can look at it, with the reason, so that the rest goes on. */
final class DeadLetters {

    static final String CONSUMER = "outloud_consumer";
    static final String REASON = "outloud_reason";
    static final String TOPIC = "outloud_topic";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaTemplate<String, byte[]> kafka;

    DeadLetters(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    Mono<Void> bury(Subscription subscription, Arrived event, Throwable reason) {
        LOG.error("{} cannot apply {}; it goes to {}", subscription.name(), event, Topics.DEAD_LETTERS, reason);
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                Topics.DEAD_LETTERS, event.message().key(), event.message().value());
        event.message().headers().forEach(letter.headers()::add);
        header(letter, CONSUMER, subscription.name());
        header(letter, TOPIC, event.message().topic());
        header(letter, REASON, reason.toString());
        return Mono.fromFuture(kafka.send(letter), true).timeout(PATIENCE).then();
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().remove(name);
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
