package org.outloud.contracts.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;

/**
 * Somebody joined, left or took another role in a community.
 *
 * @param role {@code steward}, {@code facilitator}, {@code member} or {@code follower}; null when the person left
 * @param version grows by one with each change of this community and person
 */
@EventType(value = "org.outloud.membership.changed.v1", topic = Topics.MEMBERSHIPS)
public record MembershipChanged(
        CommunityId communityId,
        PersonId personId,
        @Nullable String role,
        long version,
        Instant at) implements Event {

    @Override
    public String key() {
        return communityId + "/" + personId;
    }
}
