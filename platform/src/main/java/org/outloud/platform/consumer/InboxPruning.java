package org.outloud.platform.consumer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the inbox small: once an hour it forgets events that no broker would deliver again. */
final class InboxPruning implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(InboxPruning.class);
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final Duration AGE = Duration.ofDays(14);

    private final Inbox inbox;
    private volatile @Nullable Disposable running;

    InboxPruning(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void start() {
        running = Flux.interval(PERIOD)
                .onBackpressureDrop()
                .concatMap(tick -> inbox.forget(AGE).onErrorResume(e -> {
                    LOG.warn("The inbox is pruned an hour later: {}", e.toString());
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
