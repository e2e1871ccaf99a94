package org.outloud.contracts.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;

/**
 * Who could help with an ask that waits, the best first; also people who may not read it.
 *
 * @param helpers empty when nobody is known to
 */
@EventType(value = "org.outloud.ask.helpers.v1", topic = Topics.ASKS)
public record HelpersFound(PostId postId, List<Helper> helpers, Instant at) implements Event {

    /**
     * Somebody who could help, and the strongest reason why.
     *
     * @param reason {@code answers}, {@code ask-me-about}, {@code skill} or {@code posts}
     * @param words what the person declared; null when it is something they wrote
     * @param count how many things are behind the reason
     */
    public record Helper(
            PersonId personId, String reason, @Nullable String words, int count) {}

    @Override
    public String key() {
        return postId.toString();
    }
}
