package org.outloud.contracts.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;

/**
 * The asker accepted a comment as the answer, or took that back.
 *
 * @param answer the accepted comment, null when there is none any more
 * @param answerer who wrote it, null with it
 * @param version the asked post's version
 */
@EventType(value = "org.outloud.answer.changed.v1", topic = Topics.RECOGNITION)
public record AnswerChanged(
        PostId postId,
        @Nullable PostId answer,
        PersonId asker,
        @Nullable PersonId answerer,
        long version,
        Instant at) implements Event {

    @Override
    public String key() {
        return postId + "/answer";
    }
}
