package org.outloud.feed.post;

import java.time.Duration;
import java.time.Instant;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.PostDeleted;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.security.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Taking a post or comment away; with a post goes its thread. What its author took away can be brought back for
 * {@link #RESTORABLE}; then its words are gone for good, whoever took it away.
 */
@Service
class DeletingPosts {

    static final Duration RESTORABLE = Duration.ofDays(30);

    private final Posts posts;
    private final Outbox outbox;
    private final OpenPages pages;

    DeletingPosts(Posts posts, Outbox outbox, OpenPages pages) {
        this.posts = posts;
        this.outbox = outbox;
        this.pages = pages;
    }

    /** Takes it away, once. */
    @Transactional
    public Mono<Void> delete(Caller caller, PostId id) {
        return posts.placed(id, caller.id())
                .switchIfEmpty(Mono.error(Absent::new))
                .doOnNext(post -> PostPolicy.mayDelete(caller, post.author()))
                .flatMap(post -> posts.delete(post, caller.id())
                        .map(version -> new PostDeleted(
                                id, version, post.author(), post.conversation().root(), Instant.now())))
                .flatMap(event ->
                        outbox.append(event).then(Mono.defer(() -> pages.removed(event.id(), event.rootId()))));
    }

    /**
     * Brings back what its author took away. To everybody else, and to the author of what a moderator took away, it is as
     * absent as what never was; what is there already stays as it is.
     */
    @Transactional
    public Mono<Void> restore(PersonId author, PostId id) {
        return posts.restore(id, author, Instant.now().minus(RESTORABLE))
                .flatMap(said -> outbox.append(said.toldAgain(said.version()))
                        .then(Mono.defer(() -> pages.restored(id, new PostId(said.root()))))
                        .thenReturn(true))
                .switchIfEmpty(Mono.defer(() -> posts.placed(id, author)
                        .filter(post -> post.author().equals(author))
                        .switchIfEmpty(Mono.error(Absent::new))
                        .thenReturn(true)))
                .then();
    }
}
