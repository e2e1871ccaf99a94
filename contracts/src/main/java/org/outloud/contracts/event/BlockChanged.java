package org.outloud.contracts.event;

import java.time.Instant;
import org.outloud.contracts.PersonId;

/**
 * Somebody muted or blocked a person, or took that back. Nobody but the one who did it ever learns of it: services use it
 * to leave things out and show it to no one else.
 *
 * @param blocker who keeps the distance
 * @param blocked who is kept at it
 * @param mutes whether the blocked one's posts stay out of the blocker's home feed and live stream from now on
 * @param blocks whether the two do not exist for each other from now on
 * @param version grows by one with each change of this pair
 */
@EventType(value = "org.outloud.block.changed.v1", topic = Topics.BLOCKS)
public record BlockChanged(PersonId blocker, PersonId blocked, boolean mutes, boolean blocks, long version, Instant at)
        implements Event {

    @Override
    public String key() {
        return blocker + "/" + blocked;
    }
}
