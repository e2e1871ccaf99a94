package org.outloud.profile.webhook;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Delivers what is due: at least once, in no promised order. Instances share the work, because each leases what it takes. A
 * receiver that fails is tried again after ever longer pauses, and one that goes on failing is paused until its owner
 * sets it active.
 */
@Component
class Delivering implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);
    private static final int AT_ONCE = 16;
    private static final int LEASE_FACTOR = 6;

    private final Deliveries deliveries;
    private final Courier courier;
    private final WebhookProperties properties;
    private volatile @Nullable Disposable running;

    Delivering(Deliveries deliveries, Courier courier, WebhookProperties properties) {
        this.deliveries = deliveries;
        this.courier = courier;
        this.properties = properties;
    }

    @Override
    public void start() {
        running = Flux.interval(properties.poll())
                .onBackpressureDrop()
                .concatMap(tick -> deliverAll(), 1)
                .subscribe();
    }

    /** Until nothing is due; an outage ends the round, and the next one begins anew. */
    private Mono<Void> deliverAll() {
        return deliverSome().repeat().takeUntil(count -> count < AT_ONCE).then().onErrorResume(e -> {
            LOG.warn("Messages to webhooks wait: {}", e.toString());
            return Mono.empty();
        });
    }

    private Mono<Integer> deliverSome() {
        return deliveries
                .claim(AT_ONCE, properties.patience().multipliedBy(LEASE_FACTOR))
                .collectList()
                .flatMap(claimed -> Flux.fromIterable(claimed)
                        .flatMap(this::deliver, AT_ONCE)
                        .then(Mono.just(claimed.size())));
    }

    private Mono<Void> deliver(Due due) {
        return courier.carry(due).flatMap(receipt -> {
            Integer status = receipt.status();
            return receipt.accepted() && status != null ? deliveries.delivered(due.id(), status) : failed(due, receipt);
        });
    }

    private Mono<Void> failed(Due due, Courier.Receipt receipt) {
        return deliveries
                .failed(due.id(), receipt, pauseAfter(due.attempt()), properties.pauseAfter())
                .doOnNext(paused -> {
                    if (paused) {
                        LOG.warn("Webhook {} is paused: it failed too often, or declined", due.webhook());
                    }
                })
                .then();
    }

    private @Nullable Duration pauseAfter(int attempt) {
        List<Duration> backoff = properties.backoff();
        return attempt <= backoff.size() ? backoff.get(attempt - 1) : null;
    }

    @Override
    public void stop() {
        Disposable delivering = running;
        running = null;
        if (delivering != null) {
            delivering.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
