package org.outloud.platform.db;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets, once an hour, what a table keeps only for a while. A run that fails is made up for by the next. */
public final class Pruning implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Pruning.class);
    private static final Duration PERIOD = Duration.ofHours(1);

    private final String table;
    private final Supplier<Mono<Void>> forget;
    private volatile @Nullable Disposable running;

    /** Names the table for the log, and how to forget. */
    public Pruning(String table, Supplier<Mono<Void>> forget) {
        this.table = table;
        this.forget = forget;
    }

    @Override
    public void start() {
        running = Flux.interval(PERIOD)
                .onBackpressureDrop()
                .concatMap(tick -> forget.get().onErrorResume(e -> {
                    LOG.warn("Table {} is pruned an hour later: {}", table, e.toString());
                    return Mono.empty();
                }))
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable pruning = running;
        running = null;
        if (pruning != null) {
            pruning.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
