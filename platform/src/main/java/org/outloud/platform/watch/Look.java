package org.outloud.platform.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks for figures every ten seconds. A look that fails leaves the figures as they were and says so: {@code
 * outloud.look.age} is the time since the last that succeeded.
 */
public final class Look implements SmartLifecycle {

    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final Supplier<Mono<Void>> look;
    private volatile long succeeded = System.nanoTime();
    private volatile @Nullable Disposable running;

    /** Names what is looked at for the metric's tag, and how. */
    public Look(String at, Supplier<Mono<Void>> look, MeterRegistry meters) {
        this.look = look;
        TimeGauge.builder("outloud.look.age", () -> System.nanoTime() - succeeded, TimeUnit.NANOSECONDS)
                .tag("at", at)
                .register(meters);
    }

    @Override
    public void start() {
        running = Flux.interval(Duration.ZERO, PERIOD)
                .onBackpressureDrop()
                .concatMap(tick -> once())
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable looking = running;
        running = null;
        if (looking != null) {
            looking.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private Mono<Void> once() {
        return Mono.defer(look)
                .timeout(PERIOD)
                .doOnSuccess(done -> succeeded = System.nanoTime())
                .onErrorComplete();
    }
}
