package org.outloud.feed.mail;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Writes to those whose time has come and who have news, some at a time. */
class SendingDigests {

    /** So many are read with one statement and go over one connection; after a crash at most so many get a mail again. */
    static final int AT_ONCE = 100;

    private final Digests digests;
    private final Postman postman;

    SendingDigests(Digests digests, Postman postman) {
        this.digests = digests;
        this.postman = postman;
    }

    /** Sends all that are due, and answers how many people were looked at. */
    Mono<Integer> sendDue() {
        return digests.take(AT_ONCE)
                .flatMap(people -> people.isEmpty() ? Mono.just(people) : send(people))
                .expand(people -> people.size() < AT_ONCE
                        ? Mono.empty()
                        : digests.take(AT_ONCE).flatMap(next -> next.isEmpty() ? Mono.just(next) : send(next)))
                .map(List::size)
                .reduce(0, Integer::sum);
    }

    private Mono<List<UUID>> send(List<UUID> people) {
        return digests.of(people)
                .collectList()
                .flatMap(due -> Mono.fromCallable(() -> postman.send(due)).subscribeOn(Schedulers.boundedElastic()))
                .flatMap(failed -> digests.settle(people, failed))
                .thenReturn(people);
    }
}
