package org.outloud.feed.catchup;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PostId;
import org.outloud.feed.post.PostViews;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Catching up over HTTP: what is left, and being done with a thread or with all of it. */
@RestController
@RequestMapping("/api/v1/catch-up")
class CatchUpController {

    private final CatchUp catchUp;
    private final PostViews posts;

    CatchUpController(CatchUp catchUp, PostViews posts) {
        this.catchUp = catchUp;
        this.posts = posts;
    }

    @GetMapping
    Mono<News> news(Caller caller, @RequestParam(required = false) @Nullable Integer limit) {
        int most = Limit.of(limit);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return catchUp.since(caller.id())
                .flatMap(since -> catchUp.threads(caller.id(), since, most + 1)
                        .map(threads -> new News(
                                since,
                                now,
                                threads.subList(0, Math.min(most, threads.size())),
                                threads.size() > most)));
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> finish(Caller caller, @RequestBody Finished finished) {
        return catchUp.finish(caller.id(), finished.time());
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> finish(Caller caller, @PathVariable PostId id, @RequestBody Finished finished) {
        Instant until = finished.time();
        return posts.find(id, caller.id())
                .switchIfEmpty(Mono.error(Absent::new))
                .flatMap(post -> catchUp.finish(caller.id(), post.rootId(), until));
    }

    /**
     * What happened.
     *
     * @param until when this was read; what comes later is news for the next time
     * @param more whether there are more threads once these are done
     */
    record News(Instant since, Instant until, List<CatchUp.ThreadNews> items, boolean more) {}

    /** Until when everything was read: what {@link News#until} said. */
    record Finished(@Nullable Instant until) {

        private static final Duration SKEW = Duration.ofMinutes(1);

        Instant time() {
            if (until == null) {
                throw Invalid.field("until", "required", "Say until when everything was read.");
            }
            if (until.isAfter(Instant.now().plus(SKEW))) {
                throw Invalid.field("until", "in-the-future", "Nobody has read what was not said yet.");
            }
            return until;
        }
    }
}
