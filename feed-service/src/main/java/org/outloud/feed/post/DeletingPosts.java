package org.outloud.feed.post;

import java.time.Instant;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.PostDeleted;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.security.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Taking a post or comment away; with a post goes its thread. */
@Service
class DeletingPosts {

    private final Posts posts;
    private final Outbox outbox;

    DeletingPosts(Posts posts, Outbox outbox) {
        this.posts = posts;
        this.outbox = outbox;
    }

    /** Takes it away, once. */
    @Transactional
    public Mono<Void> delete(Caller caller, PostId id) {
        return posts.placed(id, caller.id())
                .switchIfEmpty(Mono.error(Absent::new))
                .doOnNext(post -> PostPolicy.mayDelete(caller, post.author()))
                .flatMap(post -> posts.delete(post)
                        .map(version -> new PostDeleted(
                                id, version, post.author(), post.conversation().root(), Instant.now())))
                .flatMap(outbox::append);
    }
}
