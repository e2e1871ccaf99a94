package org.outloud.platform.db;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Which rows were changed, by whatever instance: hears what triggers tell with {@code pg_notify('changed', id)}. Whoever
 * remembers what a row said keeps the {@link #now() moment} before it was read, and asks {@link #unchanged} before relying on
 * it.
 *
 * <p>PostgreSQL delivers a transaction's notifications right after its commit, before it answers the next question on the
 * listening connection. So an answered question tells that everything committed before it was asked has been heard. While the
 * last such question is older than {@link #TRUST}, or the connection is lost, nothing counts as unchanged.
 */
public final class Changes implements SmartLifecycle {

    /** How old what is relied on may be at most. */
    public static final Duration TRUST = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final String CHANNEL = "changed";
    private static final Duration QUESTIONS = Duration.ofMillis(500);
    private static final int MOST = 100_000;

    private final PostgresqlConnectionFactory connections;
    private final AtomicLong moment = new AtomicLong();
    private final AtomicLong forgottenUntil = new AtomicLong();
    private final Cache<UUID, Long> changed = Caffeine.newBuilder()
            .maximumSize(MOST)
            .executor(Runnable::run)
            .evictionListener((@Nullable UUID id, @Nullable Long at, RemovalCause cause) -> forget(at))
            .build();
    private volatile long heardUntil = System.nanoTime() - TRUST.toNanos();
    private volatile @Nullable Disposable listening;

    Changes(PostgresqlConnectionFactory connections) {
        this.connections = connections;
    }

    /** A place in the order of changes, to be taken before something is read that will be remembered. */
    public long now() {
        return moment.get();
    }

    /** Whether none of these rows was changed since a moment, as far as was heard {@link #TRUST} ago or later. */
    public boolean unchanged(long since, Collection<UUID> ids) {
        if (since < forgottenUntil.get() || System.nanoTime() - heardUntil > TRUST.toNanos()) {
            return false;
        }
        for (UUID id : ids) {
            Long at = changed.getIfPresent(id);
            if (at != null && at > since) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void start() {
        listening = Flux.usingWhen(connections.create(), this::hear, PostgresqlConnection::close)
                .doOnError(e -> LOG.warn("What other instances change is asked for each time: {}", e.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200)).maxBackoff(Duration.ofSeconds(5)))
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable ending = listening;
        listening = null;
        if (ending != null) {
            ending.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return listening != null;
    }

    private Flux<Void> hear(PostgresqlConnection connection) {
        Flux<Void> changes = connection
                .getNotifications()
                .doOnNext(notification -> note(notification.getParameter()))
                .thenMany(Flux.error(() -> new IllegalStateException("the connection that listens has ended")));
        Flux<Void> questions =
                Flux.interval(Duration.ZERO, QUESTIONS).onBackpressureDrop().concatMap(tick -> ask(connection), 1);
        return connection
                .createStatement("listen " + CHANNEL)
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .doOnComplete(this::begin)
                .thenMany(Flux.merge(changes, questions));
    }

    /** What was not heard counts as changed. */
    private void begin() {
        forgottenUntil.set(moment.incrementAndGet());
    }

    private Mono<Void> ask(PostgresqlConnection connection) {
        long asked = System.nanoTime();
        return connection
                .createStatement("select 1")
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .then()
                .timeout(TRUST, Mono.error(() -> new TimeoutException("no answer on the connection that listens")))
                .doOnSuccess(done -> heardUntil = asked);
    }

    private void note(@Nullable String id) {
        if (id != null) {
            changed.put(UUID.fromString(id), moment.incrementAndGet());
        }
    }

    private void forget(@Nullable Long at) {
        if (at != null) {
            forgottenUntil.accumulateAndGet(at, Math::max);
        }
    }
}
