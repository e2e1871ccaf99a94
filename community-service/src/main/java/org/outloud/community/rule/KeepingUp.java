package org.outloud.community.rule;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks, twice a second, for rules and people that are due; every instance may, one at a time does. */
@Component
class KeepingUp implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeepingUp.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final ApplyingRules applying;
    private volatile @Nullable Disposable running;

    KeepingUp(ApplyingRules applying) {
        this.applying = applying;
    }

    @Override
    public void start() {
        running = Flux.interval(POLL)
                .onBackpressureDrop()
                .concatMap(tick -> untilNothingIsDue(), 1)
                .subscribe();
    }

    /** An outage ends the round, and the next one begins anew. */
    private Mono<Void> untilNothingIsDue() {
        return applying.round().repeat().takeWhile(more -> more).then().onErrorResume(e -> {
            LOG.warn("Membership rules wait: {}", e.toString());
            return Mono.empty();
        });
    }

    @Override
    public void stop() {
        Disposable keeping = running;
        running = null;
        if (keeping != null) {
            keeping.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
