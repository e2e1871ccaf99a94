package org.outloud.platform.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Mono;

/**
 * How many messages each consumer of this service has still to read ({@code outloud.consumer.lag}), as the broker sees
 * it: a consumer that hangs or is gone cannot hide what it has not read.
 */
final class ConsumerLag implements AutoCloseable {

    private final Admin admin;
    private final Map<Subscription, AtomicLong> lags;

    ConsumerLag(Admin admin, List<Subscription> subscriptions, MeterRegistry meters) {
        this.admin = admin;
        this.lags =
                subscriptions.stream().collect(Collectors.toMap(Function.identity(), subscription -> new AtomicLong()));
        lags.forEach((subscription, lag) ->
                meters.gauge("outloud.consumer.lag", Tags.of("consumer", subscription.name()), lag));
    }

    Mono<Void> look() {
        if (lags.isEmpty()) {
            return Mono.empty();
        }
        return partitions()
                .flatMap(partitions -> Mono.zip(
                        offsets(partitions, OffsetSpec.earliest()),
                        offsets(partitions, OffsetSpec.latest()),
                        committed()))
                .doOnNext(seen -> lags.forEach((subscription, lag) -> lag.set(behind(
                        subscription,
                        seen.getT1(),
                        seen.getT2(),
                        seen.getT3().getOrDefault(subscription.name(), Map.of())))))
                .then();
    }

    /** Who never committed begins at the beginning. */
    private static long behind(
            Subscription subscription,
            Map<TopicPartition, Long> first,
            Map<TopicPartition, Long> end,
            Map<TopicPartition, OffsetAndMetadata> committed) {
        return end.entrySet().stream()
                .filter(partition ->
                        subscription.topics().contains(partition.getKey().topic()))
                .mapToLong(partition -> {
                    OffsetAndMetadata read = committed.get(partition.getKey());
                    long from = read == null ? first.getOrDefault(partition.getKey(), 0L) : read.offset();
                    return Math.max(0, partition.getValue() - from);
                })
                .sum();
    }

    private Mono<List<TopicPartition>> partitions() {
        List<String> topics = lags.keySet().stream()
                .flatMap(subscription -> subscription.topics().stream())
                .distinct()
                .toList();
        return Mono.defer(() -> told(admin.describeTopics(topics).allTopicNames()))
                .map(described -> described.values().stream()
                        .flatMap(ConsumerLag::partitionsOf)
                        .toList());
    }

    private static Stream<TopicPartition> partitionsOf(TopicDescription topic) {
        return topic.partitions().stream().map(partition -> new TopicPartition(topic.name(), partition.partition()));
    }

    private Mono<Map<TopicPartition, Long>> offsets(Collection<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
        return told(admin.listOffsets(asked).all())
                .map(offsets -> offsets.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, ConsumerLag::offsetOf)));
    }

    private static Long offsetOf(Map.Entry<TopicPartition, ListOffsetsResultInfo> entry) {
        return entry.getValue().offset();
    }

    private Mono<Map<String, Map<TopicPartition, OffsetAndMetadata>>> committed() {
        Map<String, ListConsumerGroupOffsetsSpec> groups = lags.keySet().stream()
                .collect(Collectors.toMap(Subscription::name, subscription -> new ListConsumerGroupOffsetsSpec()));
        return told(admin.listConsumerGroupOffsets(groups).all());
    }

    private static <T> Mono<T> told(KafkaFuture<T> answer) {
        return Mono.fromFuture(answer.toCompletionStage().toCompletableFuture());
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }
}
