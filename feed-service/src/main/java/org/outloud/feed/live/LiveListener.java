package org.outloud.feed.live;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.platform.db.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;
import tools.jackson.databind.json.JsonMapper;

/** Hears every signal on every instance, one after the other, and has it told to the streams that are open here. */
@Component
class LiveListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveListener.class);
    private static final Duration PAST = Duration.ofMinutes(10);

    private final ConsumerFactory<String, byte[]> consumers;
    private final LiveHub hub;
    private final Telling telling;
    private final JsonMapper json;
    private volatile @Nullable Disposable running;

    LiveListener(ConsumerFactory<String, byte[]> consumers, LiveHub hub, Telling telling, JsonMapper json) {
        this.consumers = consumers;
        this.hub = hub;
        this.telling = telling;
        this.json = json;
    }

    @Override
    public void start() {
        running = Flux.defer(this::signals)
                .concatMap(this::tell)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
                        .maxBackoff(Duration.ofSeconds(2))
                        .doBeforeRetry(signal -> LOG.warn("Streams are silent: {}", String.valueOf(signal.failure()))))
                .subscribe();
    }

    /** From where this instance stopped listening, or some minutes back, so that streams of other instances resume here. */
    private Flux<ConsumerRecord<String, byte[]>> signals() {
        return Flux.<ConsumerRecord<String, byte[]>>create(
                        new LiveTopic(consumers, hub, Instant.now().minus(PAST))::read)
                .subscribeOn(Schedulers.newSingle("live-topic", true), false);
    }

    @Override
    public void stop() {
        Disposable listening = running;
        running = null;
        if (listening != null) {
            listening.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private Mono<Void> tell(ConsumerRecord<String, byte[]> message) {
        LiveSignal signal = json.readValue(message.value(), LiveSignal.class);
        var connected = hub.remember(message.offset(), signal);
        if (signal.kind().equals(LiveSignal.LEFT)) {
            hub.leave(new PersonId(signal.subject()));
            return Mono.empty();
        }
        return telling.tell(message.offset(), signal, connected)
                .doOnNext(told -> told.forEach(hub::tell))
                .retryWhen(Retry.backoff(60, Duration.ofMillis(100))
                        .maxBackoff(Duration.ofSeconds(2))
                        .filter(Outage::is))
                .onErrorResume(e -> {
                    LOG.error("Streams do not hear of {}", signal, e);
                    return Mono.empty();
                })
                .then();
    }
}
