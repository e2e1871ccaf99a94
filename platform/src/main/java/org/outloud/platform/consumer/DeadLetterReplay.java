package org.outloud.platform.consumer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.event.Topics;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Walks the dead-letter topic once, from where the last replay of a consumer ended to its present end. Blocking: runs on
 * a thread of its own.
 */
final class DeadLetterReplay {

    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ConsumerFactory<String, byte[]> consumers;
    private final List<Subscription> subscriptions;
    private final Applying applying;

    DeadLetterReplay(ConsumerFactory<String, byte[]> consumers, List<Subscription> subscriptions, Applying applying) {
        this.consumers = consumers;
        this.subscriptions = subscriptions;
        this.applying = applying;
    }

    Map<String, Long> waiting() {
        return walkAll(null, (subscription, letter) -> {}, false);
    }

    Map<String, Long> replay(@Nullable String consumer) {
        return walkAll(
                consumer,
                (subscription, letter) ->
                        applying.apply(subscription, List.of(letter)).block(PATIENCE),
                true);
    }

    private Map<String, Long> walkAll(@Nullable String only, Action action, boolean commit) {
        Map<String, Long> counts = new TreeMap<>();
        for (Subscription subscription : subscriptions) {
            if (only == null || only.equals(subscription.name())) {
                counts.put(subscription.name(), walk(subscription, action, commit));
            }
        }
        return counts;
    }

    private long walk(Subscription subscription, Action action, boolean commit) {
        String group = subscription.name() + ".replay";
        long count = 0;
        try (Consumer<String, byte[]> kafka = consumers.createConsumer(group, null)) {
            List<TopicPartition> partitions = kafka.partitionsFor(Topics.DEAD_LETTERS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            kafka.assign(partitions);
            Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
            while (isBehind(kafka, ends)) {
                ConsumerRecords<String, byte[]> letters = kafka.poll(POLL);
                for (ConsumerRecord<String, byte[]> letter : letters) {
                    if (subscription.name().equals(Arrived.header(letter, DeadLetters.CONSUMER))) {
                        action.on(subscription, Arrived.of(letter));
                        count++;
                    }
                }
            }
            if (commit) {
                kafka.commitSync(ends.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue()))));
            }
        }
        return count;
    }

    private static boolean isBehind(Consumer<?, ?> kafka, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> kafka.position(end.getKey()) < end.getValue());
    }

    @FunctionalInterface
    private interface Action {
        void on(Subscription subscription, Arrived letter);
    }
}
