package org.outloud.contracts.event;

import java.time.Instant;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;

/**
 * Somebody thanked for a post or comment, or took the thanks back.
 *
 * @param kind {@code like}, {@code helped}, {@code taught}, {@code inspired} or {@code tried}
 * @param given whether it stands from now on
 * @param version grows by one with each change of this giver, post and kind
 */
@EventType(value = "org.outloud.recognition.changed.v1", topic = Topics.RECOGNITION)
public record RecognitionChanged(
        PostId postId,
        PostId rootId,
        PersonId author,
        PersonId giver,
        String kind,
        boolean given,
        long version,
        Instant at)
        implements Event {

    @Override
    public String key() {
        return postId + "/" + giver + "/" + kind;
    }
}
