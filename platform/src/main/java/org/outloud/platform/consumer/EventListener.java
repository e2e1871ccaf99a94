package org.outloud.platform.consumer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    private static final Duration[] ARRIVAL = Stream.of(50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Subscription subscription;
    private final Applying applying;
    private final DeadLetters deadLetters;
    private final Timer timer;
    private final Timer arrival;
    private final Counter buried;

    EventListener(Subscription subscription, Applying applying, DeadLetters deadLetters, MeterRegistry meters) {
        this.subscription = subscription;
        this.applying = applying;
        this.deadLetters = deadLetters;
        this.timer = meters.timer("outloud.events.applied", "consumer", subscription.name());
        // From the change itself until this consumer's copy shows it
        this.arrival = Timer.builder("outloud.events.arrival")
                .tag("consumer", subscription.name())
                .serviceLevelObjectives(ARRIVAL)
                .register(meters);
        this.buried = meters.counter("outloud.dead.letters", "consumer", subscription.name());
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> messages) {
        List<Arrived> batch = messages.stream().map(Arrived::of).toList();
        timer.record(() -> apply(batch).block(PATIENCE));
        Instant now = Instant.now();
        batch.stream()
                .map(Arrived::time)
                .flatMap(Optional::stream)
                .forEach(time -> arrival.record(Duration.between(time, now)));
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
                .onErrorResume(
                        e -> !Outage.is(e),
                        e -> deadLetters.bury(subscription, event, e).doOnSuccess(done -> buried.increment()));
    }
}
