package org.outloud.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;

/**
 * Threads belong to another community from now on: all of them when two communities became one, those with a tag when one was
 * split.
 *
 * @param tag normalised, without {@code #}; null for all threads, those to come included
 * @param at with a tag, only threads that began until then
 */
@EventType(value = "org.outloud.community.posts-handed-over.v1", topic = Topics.COMMUNITIES)
public record PostsHandedOver(
        UUID id,
        CommunityId from,
        CommunityId into,
        @Nullable String tag,
        Instant at) implements Event {

    @Override
    public String key() {
        return id.toString();
    }
}
