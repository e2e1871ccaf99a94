package org.outloud.feed.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.PostPublished;
import org.outloud.feed.live.LiveSignal;
import org.outloud.feed.post.Concerning;
import org.outloud.platform.outbox.Outbox;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Tells people what concerns them, in the transaction of what does. Answers hold the signal for open streams, to be appended
 * with what the caller appends; nothing when it concerns nobody. Events from long ago are a copy being rebuilt: whom they
 * concerned was told then.
 */
@Service
public class Noticing implements Concerning {

    private static final Duration NEWS = Duration.ofDays(1);
    private static final Mono<List<LiveSignal>> NOBODY = Mono.just(List.of());

    private final Notices notices;
    private final Outbox outbox;

    Noticing(Notices notices, Outbox outbox) {
        this.notices = notices;
        this.outbox = outbox;
    }

    /** A post or comment was published. A post that names nobody concerns nobody more than others. */
    public Mono<List<LiveSignal>> published(PostPublished post) {
        boolean perhaps = post.inReplyTo() != null || !post.mentions().isEmpty();
        return perhaps && !post.imported() && isNews(post.createdAt())
                ? notices.said(post).map(told -> signal(told, post.id().value()))
                : NOBODY;
    }

    /** Somebody thanked for a post or comment. */
    public Mono<List<LiveSignal>> thanked(PostId post, PersonId giver) {
        return notices.thanked(post, giver).map(told -> signal(told, post.value()));
    }

    /** Moderators decided about something: its author is told, and by whom not. */
    public Mono<Void> decided(PersonId author, PostId post, UUID moderationCase, String kind) {
        return notices.decided(author, kind, moderationCase, post.value())
                .then(Mono.defer(() -> outbox.append(LiveSignal.concerning(post.value()))));
    }

    /** Moderators warned or suspended somebody, or decided about that. */
    public Mono<Void> decided(PersonId person, UUID sanction, String kind) {
        return notices.decided(person, kind, sanction, sanction)
                .then(Mono.defer(() -> outbox.append(LiveSignal.concerning(sanction))));
    }

    @Override
    public Mono<Void> accepted(PostId comment, PersonId asker) {
        return notices.accepted(comment, asker).flatMap(told -> outbox.append(signal(told, comment.value())));
    }

    @Override
    public Mono<Void> shared(PostId post) {
        return notices.shared(post).flatMap(told -> outbox.append(signal(told, post.value())));
    }

    @Override
    public Mono<Void> named(PostId post, Collection<UUID> people) {
        return people.isEmpty()
                ? Mono.empty()
                : notices.named(post, people).flatMap(told -> outbox.append(signal(told, post.value())));
    }

    private static List<LiveSignal> signal(boolean told, UUID subject) {
        return told ? List.of(LiveSignal.concerning(subject)) : List.of();
    }

    private static boolean isNews(Instant at) {
        return at.isAfter(Instant.now().minus(NEWS));
    }
}
