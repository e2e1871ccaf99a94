package org.outloud.contracts.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.GroupId;

/**
 * HR made, renamed or removed a group. Who is in it is told by {@link GroupMemberChanged}.
 *
 * @param version grows with each change of the group or of who is in it; not every one is told here
 * @param externalId HR's own identifier
 * @param removed true when the group is gone; its identifier never comes back
 */
@EventType(value = "org.outloud.group.changed.v1", topic = Topics.GROUPS)
public record GroupChanged(
        GroupId id,
        long version,
        String displayName,
        @Nullable String externalId,
        boolean removed,
        Instant at)
        implements Event {

    @Override
    public String key() {
        return id.toString();
    }
}
