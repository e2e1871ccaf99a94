package org.outloud.contracts.event;

import java.time.Instant;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;

/** A post or comment was taken away by its author or a moderator. */
@EventType(value = "org.outloud.post.deleted.v1", topic = Topics.POSTS)
public record PostDeleted(PostId id, long version, PersonId author, PostId rootId, Instant at) implements Event {

    @Override
    public String key() {
        return id.toString();
    }
}
