package org.outloud.contracts.event;

import java.time.Instant;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;

/**
 * Nobody has replied to an ask for a while. Told once for each ask.
 *
 * @param topic the asker's words, or the first of them
 */
@EventType(value = "org.outloud.ask.waiting.v1", topic = Topics.ASKS)
public record AskWaiting(PostId postId, PersonId asker, String topic, Instant askedAt, Instant at) implements Event {

    @Override
    public String key() {
        return postId.toString();
    }
}
