package org.outloud.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Empties the outbox into Kafka. One instance of a service at a time does it, whoever holds the advisory lock; it is woken
 * by {@code NOTIFY} and looks by itself every {@link OutboxProperties#poll()}. A row is taken off the table only after
 * the broker acknowledged it, so a crash in between sends it twice and never loses it.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private final PostgresqlConnectionFactory connections;
    private final KafkaTemplate<String, byte[]> kafka;
    private final OutboxProperties properties;
    private final String source;
    private final Counter relayed;
    private volatile @Nullable Disposable running;

    OutboxRelay(
            PostgresqlConnectionFactory connections,
            KafkaTemplate<String, byte[]> kafka,
            OutboxProperties properties,
            String service,
            MeterRegistry meters) {
        this.connections = connections;
        this.kafka = kafka;
        this.properties = properties;
        this.source = "/outloud/" + service;
        this.relayed = meters.counter("outloud.outbox.relayed");
    }

    @Override
    public void start() {
        running = Mono.usingWhen(connections.create(), this::relay, PostgresqlConnection::close)
                .doOnError(e -> LOG.warn("The relay pauses: {}", e.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200)).maxBackoff(Duration.ofSeconds(5)))
                .repeat()
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable relay = running;
        running = null;
        if (relay != null) {
            relay.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private Mono<Void> relay(PostgresqlConnection connection) {
        OutboxTable table = new OutboxTable(connection);
        return table.listen()
                .then(lock(table))
                .doOnNext(locked -> LOG.info("Relaying the outbox"))
                .thenMany(wakeUps(table))
                .concatMap(wakeUp -> drain(table), 1)
                .then();
    }

    private Mono<Boolean> lock(OutboxTable table) {
        return table.tryLock()
                .filter(locked -> locked)
                .repeatWhenEmpty(tries -> tries.delayElements(properties.poll()));
    }

    private Flux<Boolean> wakeUps(OutboxTable table) {
        Flux<Boolean> poll = Flux.interval(Duration.ZERO, properties.poll()).map(tick -> true);
        return Flux.merge(table.appended(), poll).onBackpressureLatest();
    }

    /** Sends until nothing is left. */
    private Mono<Void> drain(OutboxTable table) {
        return sendBatch(table)
                .repeat()
                .takeUntil(sent -> sent < properties.batch())
                .then();
    }

    private Mono<Integer> sendBatch(OutboxTable table) {
        return table.read(properties.batch()).flatMap(rows -> {
            if (rows.isEmpty()) {
                return Mono.just(0);
            }
            return send(rows)
                    .then(table.done(rows))
                    .doOnSuccess(done -> relayed.increment(rows.size()))
                    .thenReturn(rows.size());
        });
    }

    private Mono<Void> send(List<OutboxRow> rows) {
        return Flux.fromIterable(rows)
                .map(row -> Mono.fromFuture(kafka.send(row.toRecord(source)), true))
                .collectList()
                .flatMap(Mono::when);
    }
}
