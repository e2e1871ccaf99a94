package org.outloud.platform.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.outloud.platform.db.Outage;
import org.springframework.kafka.listener.BatchMessageListener;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The edge between Kafka's polling thread and the reactive read model. The thread waits for the batch it handed over:
 * that keeps the order within a partition and lets offsets be committed only behind applied events.
 */
final class EventListener implements BatchMessageListener<String, byte[]> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TRIES = 3;

    private final Subscription subscription;
    private final Applying applying;
    private final DeadLetters deadLetters;
    private final Timer timer;

    EventListener(Subscription subscription, Applying applying, DeadLetters deadLetters, MeterRegistry meters) {
        this.subscription = subscription;
        this.applying = applying;
        this.deadLetters = deadLetters;
        this.timer = meters.timer("outloud.events.applied", "consumer", subscription.name());
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> messages) {
        List<Arrived> batch = messages.stream().map(Arrived::of).toList();
        timer.record(() -> apply(batch).block(PATIENCE));
    }

    private Mono<Void> apply(List<Arrived> batch) {
        return applying.apply(subscription, batch)
                .onErrorResume(
                        e -> !Outage.is(e),
                        e -> Flux.fromIterable(batch)
                                .concatMap(this::applyAlone)
                                .then());
    }

    private Mono<Void> applyAlone(Arrived event) {
        return applying.apply(subscription, List.of(event))
                .retryWhen(Retry.backoff(TRIES - 1, Duration.ofMillis(100))
                        .filter(e -> !Outage.is(e))
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure()))
                .onErrorResume(e -> !Outage.is(e), e -> deadLetters.bury(subscription, event, e));
    }
}
