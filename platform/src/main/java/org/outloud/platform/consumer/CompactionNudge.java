package org.outloud.platform.consumer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps compaction's promise on quiet topics. A broker never compacts the segment that it writes to, and begins a new one
 * only when something is written: so something is, a message without a value under a key of its own, which every consumer
 * passes over.
 */
final class CompactionNudge implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CompactionNudge.class);
    private static final String KEY = "outloud.nudge";

    private final KafkaTemplate<String, byte[]> kafka;
    private final List<String> topics;
    private final int partitions;
    private final Duration period;
    private volatile @Nullable Disposable running;

    CompactionNudge(KafkaTemplate<String, byte[]> kafka, List<String> topics, int partitions, Duration period) {
        this.kafka = kafka;
        this.topics = topics;
        this.partitions = partitions;
        this.period = period;
    }

    @Override
    public void start() {
        running = Flux.interval(period)
                .onBackpressureDrop()
                .concatMap(tick -> nudge().onErrorResume(e -> {
                    LOG.warn("Topics are nudged later: {}", e.toString());
                    return Mono.empty();
                }))
                .subscribe();
    }

    private Mono<Void> nudge() {
        return Mono.fromCallable(this::sendAll)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(Mono::when);
    }

    /** Waits for the metadata of a topic that is new to the producer, so never on the thread that would bring them. */
    private List<Mono<?>> sendAll() {
        List<Mono<?>> sent = new ArrayList<>();
        for (String topic : topics) {
            for (int partition = 0; partition < partitions; partition++) {
                sent.add(Mono.fromFuture(kafka.send(new ProducerRecord<>(topic, partition, KEY, null)), true));
            }
        }
        return sent;
    }

    @Override
    public void stop() {
        Disposable nudging = running;
        running = null;
        if (nudging != null) {
            nudging.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
