package org.outloud.feed.recognition;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.RecognitionChanged;
import org.outloud.feed.notification.Noticing;
import org.outloud.feed.post.PostView;
import org.outloud.feed.post.PostViews;
import org.outloud.feed.post.Replying;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Forbidden;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Thanking for a post or comment that one may read, and taking thanks back. Doing it twice is doing it once. */
@Service
class GivingThanks {

    private final Reactions reactions;
    private final PostViews posts;
    private final Replying replying;
    private final Outbox outbox;
    private final Noticing noticing;

    GivingThanks(Reactions reactions, PostViews posts, Replying replying, Outbox outbox, Noticing noticing) {
        this.reactions = reactions;
        this.posts = posts;
        this.replying = replying;
        this.outbox = outbox;
        this.noticing = noticing;
    }

    /**
     * Gives thanks.
     *
     * @param note how it went, for {@link Thanks#TRIED}: becomes a reply of its own when the thanks are new
     * @param acknowledged patterns of the guard that found something harmless in it, as the giver says
     */
    @Transactional
    public Mono<Void> give(PersonId giver, PostId id, Thanks kind, @Nullable String note, Set<UUID> acknowledged) {
        return readable(giver, id).flatMap(post -> {
            if (kind != Thanks.LIKE && post.authorId().equals(giver)) {
                return Mono.error(new Forbidden("own-post"));
            }
            Instant now = Instant.now();
            return reactions
                    .give(id, giver, kind, now)
                    .flatMap(version -> outbox.append(changed(post, giver, kind, true, version, now))
                            .then(kind == Thanks.LIKE ? Mono.empty() : told(id, giver))
                            .then(
                                    note == null || note.isBlank()
                                            ? Mono.empty()
                                            : replying.reply(giver, id, note, acknowledged)))
                    .then();
        });
    }

    /** Takes thanks back. */
    @Transactional
    public Mono<Void> takeBack(PersonId giver, PostId id, Thanks kind) {
        return readable(giver, id)
                .flatMap(post -> reactions
                        .takeBack(id, giver, kind)
                        .flatMap(version -> outbox.append(changed(post, giver, kind, false, version, Instant.now()))));
    }

    private Mono<Void> told(PostId id, PersonId giver) {
        return noticing.thanked(id, giver).flatMap(outbox::append);
    }

    private Mono<PostView> readable(PersonId giver, PostId id) {
        return posts.find(id, giver).switchIfEmpty(Mono.error(Absent::new));
    }

    private static RecognitionChanged changed(
            PostView post, PersonId giver, Thanks kind, boolean given, long version, Instant at) {
        return new RecognitionChanged(
                post.id(), post.rootId(), post.authorId(), giver, kind.word(), given, version, at);
    }
}
