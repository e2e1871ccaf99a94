package org.outloud.feed.live;

import java.time.Instant;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.Event;
import org.outloud.contracts.event.EventType;
import org.outloud.contracts.event.PostPublished;
import org.outloud.contracts.event.RecognitionChanged;
import org.outloud.contracts.event.Topics;

/**
 * "Something changed", told to every instance of this service, which tells its own open streams.
 *
 * @param kind {@code post}, {@code comment}, {@code edit}, {@code reaction}, {@code removed}, {@code restored},
 *     {@code notification} or {@code left}
 * @param subject the post, comment or person that it is about
 * @param root the thread; the subject itself for anything else
 */
@EventType(value = "org.outloud.live.changed.v1", topic = Topics.LIVE)
public record LiveSignal(String kind, UUID subject, UUID root, Instant at) implements Event {

    static final String POST = "post";
    static final String COMMENT = "comment";
    static final String EDIT = "edit";
    static final String REACTION = "reaction";
    static final String REMOVED = "removed";
    static final String RESTORED = "restored";
    static final String NOTIFICATION = "notification";
    static final String LEFT = "left";

    @Override
    public String key() {
        return root.toString();
    }

    /** A post stands in its readers' home feeds, or a comment in its thread. */
    public static LiveSignal published(PostPublished post) {
        String kind = post.inReplyTo() == null ? POST : COMMENT;
        return new LiveSignal(kind, post.id().value(), post.rootId().value(), post.createdAt());
    }

    /** A post or comment says something else now, or is back. */
    public static LiveSignal edited(PostPublished post) {
        return new LiveSignal(EDIT, post.id().value(), post.rootId().value(), Instant.now());
    }

    /** A post or comment looks different now. */
    public static LiveSignal changed(PostId id, PostId root) {
        return new LiveSignal(EDIT, id.value(), root.value(), Instant.now());
    }

    /** Something concerns single people. */
    public static LiveSignal concerning(UUID subject) {
        return new LiveSignal(NOTIFICATION, subject, subject, Instant.now());
    }

    static LiveSignal removed(PostId id, PostId root) {
        return new LiveSignal(REMOVED, id.value(), root.value(), Instant.now());
    }

    static LiveSignal restored(PostId id, PostId root) {
        return new LiveSignal(RESTORED, id.value(), root.value(), Instant.now());
    }

    static LiveSignal thanked(RecognitionChanged event) {
        return new LiveSignal(REACTION, event.postId().value(), event.rootId().value(), event.at());
    }

    static LiveSignal left(PersonId person) {
        return new LiveSignal(LEFT, person.value(), person.value(), Instant.now());
    }
}
