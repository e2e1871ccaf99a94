package org.outloud.contracts.event;

import java.time.Instant;
import org.outloud.contracts.PersonId;

/**
 * Somebody began or ceased to follow a person.
 *
 * @param following whether the follower follows from now on
 * @param version grows by one with each change of this pair
 */
@EventType(value = "org.outloud.follow.changed.v1", topic = Topics.FOLLOWS)
public record FollowChanged(PersonId follower, PersonId followee, boolean following, long version, Instant at)
        implements Event {

    @Override
    public String key() {
        return follower + "/" + followee;
    }
}
