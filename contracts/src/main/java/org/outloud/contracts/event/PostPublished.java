package org.outloud.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;

/**
 * A post or comment stands where its audience can read it.
 *
 * @param kind {@code working-out-loud}, {@code plain}, {@code question}, {@code link}, {@code story} or {@code comment}
 * @param rootId the post that the thread belongs to; the post itself when it is no comment
 * @param inReplyTo what a comment answers, null for a post
 * @param audience who may read: {@code everyone}, {@code followers}, {@code people} or {@code community}
 * @param readers the people named, for audience {@code people}
 * @param imported true for what notifies nobody: history brought in, and posts told again with a higher version because they
 *     were edited, brought back, or rid of a name
 */
@EventType(value = "org.outloud.post.published.v1", topic = Topics.POSTS)
public record PostPublished(
        PostId id,
        long version,
        String kind,
        PersonId author,
        PostId rootId,
        @Nullable PostId inReplyTo,
        String audience,
        @Nullable CommunityId communityId,
        List<UUID> readers,
        @Nullable String body,
        @Nullable String doing,
        @Nullable String learned,
        @Nullable String need,
        List<String> tags,
        List<UUID> mentions,
        Instant createdAt,
        boolean imported)
        implements Event {

    @Override
    public String key() {
        return id.toString();
    }
}
