package org.outloud.feed.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.AnswerChanged;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The asker closes the ring: one comment of the thread is the answer. */
@Service
class AcceptingAnswers {

    private final Posts posts;
    private final Outbox outbox;
    private final Concerning concerning;

    AcceptingAnswers(Posts posts, Outbox outbox, Concerning concerning) {
        this.posts = posts;
        this.outbox = outbox;
        this.concerning = concerning;
    }

    /** Accepts a comment, or with null opens the ring again. */
    @Transactional
    public Mono<Void> accept(Caller caller, PostId asked, @Nullable PostId answer) {
        return posts.placed(asked, caller.id())
                .switchIfEmpty(Mono.error(Absent::new))
                .doOnNext(post -> {
                    PostPolicy.mayAccept(caller, post.author());
                    if (post.inReplyTo() != null) {
                        throw Invalid.field("id", "not-a-post", "A comment has no answer of its own.");
                    }
                })
                .flatMap(post -> answer == null ? keep(post, null) : accept(caller, post, answer));
    }

    private Mono<Void> accept(Caller caller, Posts.Placed asked, PostId answer) {
        return posts.placed(answer, caller.id())
                .filter(comment -> comment.inReplyTo() != null
                        && comment.conversation().root().equals(asked.id()))
                .switchIfEmpty(Mono.error(
                        () -> Invalid.field("commentId", "unknown-value", "This is no comment of the thread.")))
                .flatMap(comment -> keep(asked, comment));
    }

    private Mono<Void> keep(Posts.Placed asked, Posts.@Nullable Placed answer) {
        PostId answerId = answer == null ? null : answer.id();
        return posts.answer(asked.id(), answerId)
                .map(version -> new AnswerChanged(
                        asked.id(),
                        answerId,
                        asked.author(),
                        answer == null ? null : answer.author(),
                        version,
                        Instant.now()))
                .flatMap(event -> outbox.append(event)
                        .then(answerId == null ? Mono.empty() : concerning.accepted(answerId, asked.author())));
    }
}
