package org.outloud.feed.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.platform.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What happens, as server-sent events. Each event's id is its place among all changes; a client that comes back with
 * {@code Last-Event-ID} gets what it missed, or {@code reset} when that is too long ago. The stream ends with the token
 * that opened it; clients come back with a fresh one.
 */
@RestController
class StreamController {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final LiveHub hub;
    private final Telling telling;

    StreamController(LiveHub hub, Telling telling) {
        this.hub = hub;
        this.telling = telling;
    }

    @GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> stream(
            Caller caller,
            JwtAuthenticationToken token,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        return Flux.defer(() -> open(caller.id(), seen(lastEventId))).take(lifeOf(token));
    }

    private Flux<ServerSentEvent<String>> open(PersonId person, @Nullable Long seen) {
        LiveStream stream = new LiveStream(person);
        LiveHub.Missed missed = hub.open(stream, seen);
        Flux<ServerSentEvent<String>> told = stream.told()
                .filter(change -> change.offset() > missed.newest())
                .map(StreamController::event)
                .publish(events -> Flux.merge(events, heartbeat().takeUntilOther(events.ignoreElements())));
        return Flux.concat(Mono.just(welcome(missed)), caughtUp(person, missed), told)
                .doFinally(end -> hub.close(stream));
    }

    private static Flux<ServerSentEvent<String>> heartbeat() {
        return Flux.interval(HEARTBEAT)
                .map(tick -> ServerSentEvent.<String>builder().comment("").build());
    }

    private Flux<ServerSentEvent<String>> caughtUp(PersonId person, LiveHub.Missed missed) {
        return Flux.fromIterable(missed.signals())
                .concatMap(past -> telling.tell(past.offset(), past.signal(), Set.of(person)))
                .concatMapIterable(told -> told)
                .map(StreamController::event);
    }

    /** The first event carries an id, so that a stream that breaks before anything happens resumes all the same. */
    private static ServerSentEvent<String> welcome(LiveHub.Missed missed) {
        long known = missed.signals().isEmpty()
                ? missed.newest()
                : missed.signals().get(0).offset() - 1;
        ServerSentEvent.Builder<String> welcome =
                ServerSentEvent.<String>builder().id(String.valueOf(known));
        return missed.tooOld()
                ? welcome.event("reset").data("{}").build()
                : welcome.comment("open").build();
    }

    private static ServerSentEvent<String> event(Told told) {
        return ServerSentEvent.builder(told.data())
                .id(String.valueOf(told.offset()))
                .event(told.event())
                .build();
    }

    private static Duration lifeOf(JwtAuthenticationToken token) {
        Instant end = token.getToken().getExpiresAt();
        Duration life = end == null ? LEAST : Duration.between(Instant.now(), end);
        return life.compareTo(LEAST) < 0 ? LEAST : life;
    }

    /** Ids that were never handed out are from long ago: they lead to a reset. */
    private static @Nullable Long seen(@Nullable String lastEventId) {
        try {
            return lastEventId == null ? null : Long.valueOf(lastEventId);
        } catch (NumberFormatException e) {
            return -1L;
        }
    }
}
