package org.outloud.platform.consumer;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The replay command: {@code GET /actuator/deadletters} tells how many events wait for each of this service's consumers,
 * {@code POST} applies them again. For administrators.
 */
@Endpoint(id = "deadletters")
public final class DeadLettersEndpoint {

    private final DeadLetterReplay replay;

    DeadLettersEndpoint(DeadLetterReplay replay) {
        this.replay = replay;
    }

    /** How many dead letters wait, by consumer. */
    @ReadOperation
    public Mono<Map<String, Long>> waiting() {
        return Mono.fromCallable(replay::waiting).subscribeOn(Schedulers.boundedElastic());
    }

    /** Applies what waits, of one consumer or all; answers how many were applied, by consumer. */
    @WriteOperation
    public Mono<Map<String, Long>> replay(@Nullable String consumer) {
        return Mono.fromCallable(() -> replay.replay(consumer)).subscribeOn(Schedulers.boundedElastic());
    }
}
