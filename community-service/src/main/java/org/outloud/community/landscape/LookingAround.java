package org.outloud.community.landscape;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.outloud.community.landscape.Landscape.GapView;
import org.outloud.community.landscape.Landscape.OverlapView;
import org.outloud.platform.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Looks for gaps and overlaps, every day and whenever learning and development asks. One instance at a time does. */
@Service
class LookingAround {

    /** What was found, of which run, by which figures. */
    record Found<T>(@org.jspecify.annotations.Nullable Run run, Method method, List<T> items) {}

    private record Result(List<Gap> gaps, List<Overlap> candidates) {}

    private static final Logger LOG = LoggerFactory.getLogger(LookingAround.class);
    private static final int MOST_RUNS = 50;
    private static final Method METHOD = Method.STATED;

    private final Landscape landscape;
    private final OpenPosts posts;
    private final Places places;
    private final TransactionalOperator transaction;

    LookingAround(Landscape landscape, OpenPosts posts, Places places, TransactionalOperator transaction) {
        this.landscape = landscape;
        this.posts = posts;
        this.places = places;
        this.transaction = transaction;
    }

    Mono<List<Run>> runs(Caller caller) {
        LandscapePolicy.mayLook(caller);
        return landscape.runs(MOST_RUNS);
    }

    /** Asks for a look around; it begins within a second. */
    Mono<List<Run>> ask(Caller caller) {
        LandscapePolicy.mayLook(caller);
        return landscape
                .ask(UuidCreator.getTimeOrderedEpochPlus1(), false)
                .then(Mono.defer(() -> landscape.runs(MOST_RUNS)));
    }

    Mono<Found<GapView>> gaps(Caller caller) {
        return found(caller, (run, viewer) -> landscape.gaps(run.id(), viewer.id()));
    }

    Mono<Found<OverlapView>> overlaps(Caller caller) {
        return found(caller, (run, viewer) -> landscape.overlaps(run.id(), viewer.id()));
    }

    private <T> Mono<Found<T>> found(Caller caller, BiFunction<Run, Caller, Mono<List<T>>> read) {
        LandscapePolicy.mayLook(caller);
        return landscape
                .last()
                .flatMap(run -> read.apply(run, caller).map(items -> new Found<>(run, METHOD, items)))
                .defaultIfEmpty(new Found<>(null, METHOD, List.of()));
    }

    /** One round: the daily run is asked for, and the one that waits is done. */
    Mono<Void> round() {
        return landscape
                .ask(UuidCreator.getTimeOrderedEpochPlus1(), true)
                .then(Mono.defer(() -> landscape.waiting().flatMap(this::look).as(transaction::transactional)))
                .onErrorResume(e -> {
                    LOG.warn("Looking for gaps and overlaps failed", e);
                    return landscape.fail();
                });
    }

    private Mono<Void> look(Run run) {
        Instant now = Instant.now();
        Instant since = now.minus(Duration.ofDays(7L * METHOD.weeks()));
        return posts.forgetBefore(since)
                .then(Mono.zip(
                        posts.since(since, METHOD.mostPosts()),
                        posts.tags(since).flatMap(places::all)))
                .flatMap(read -> Mono.fromCallable(() -> find(read.getT1(), read.getT2(), now))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(result -> places.withMembers(result.candidates())
                                .flatMap(pairs -> landscape.finish(
                                        run.id(),
                                        read.getT1(),
                                        read.getT2(),
                                        result.gaps(),
                                        FindingOverlaps.shown(pairs, METHOD)))));
    }

    private static Result find(List<Spoken> posts, List<Place> places, Instant now) {
        return new Result(FindingGaps.in(posts, places, now, METHOD), FindingOverlaps.candidates(places, METHOD));
    }
}
