package org.outloud.platform.recurring;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Does something again and again while the service runs, never twice at once. A round that fails is made up for by the next. */
public class Recurring implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);

    private final String name;
    private final Duration period;
    private final Supplier<Mono<Void>> round;
    private volatile @Nullable Disposable running;

    /** Names the work for the log; the first round begins after one period. */
    public Recurring(String name, Duration period, Supplier<Mono<Void>> round) {
        this.name = name;
        this.period = period;
        this.round = round;
    }

    @Override
    public void start() {
        running = Flux.interval(period)
                .onBackpressureDrop()
                .concatMap(tick -> Mono.defer(round).onErrorResume(e -> {
                    LOG.warn("{} is made up for in {}: {}", name, period, e.toString());
                    return Mono.empty();
                }))
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable rounds = running;
        running = null;
        if (rounds != null) {
            rounds.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
