package org.outloud.feed.link;

import java.net.URI;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.problem.Absent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Asks pages that posts link to after the posts are published, and shows with the posts what they say. */
@Service
class PreviewingLinks {

    private static final int AT_ONCE = 20;
    private static final int MOST_TRIES = 3;

    private final Links links;
    private final AskingPages pages;
    private final Outbox outbox;
    private final TransactionalOperator transaction;

    PreviewingLinks(Links links, AskingPages pages, Outbox outbox, TransactionalOperator transaction) {
        this.links = links;
        this.pages = pages;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** Asks the pages that wait. One that does not answer is asked again, some times. */
    Mono<Void> askDue() {
        return links.due(AT_ONCE)
                .collectList()
                .flatMapIterable(due -> due)
                .flatMap(this::ask)
                .then();
    }

    /** The author does not want it shown. To others there is nothing to take off. */
    @Transactional
    public Mono<Void> remove(PersonId author, PostId post) {
        return links.isBy(post, author)
                .filter(own -> own)
                .switchIfEmpty(Mono.error(Absent::new))
                .flatMap(own -> links.remove(post, author))
                .flatMap(outbox::append);
    }

    private Mono<Void> ask(Links.Due due) {
        return pages.ask(URI.create(due.url()))
                .flatMap(said -> transaction.transactional(links.keep(due.url(), said)
                        .then(Mono.defer(() -> links.show(due.url())))
                        .flatMap(outbox::append)
                        .thenReturn(true)))
                .switchIfEmpty(Mono.defer(() -> links.keep(due.url(), null).thenReturn(false)))
                .onErrorResume(e -> due.tries() < MOST_TRIES
                        ? Mono.empty()
                        : links.keep(due.url(), null).thenReturn(false))
                .then();
    }
}
