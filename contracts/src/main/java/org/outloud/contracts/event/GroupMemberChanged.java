package org.outloud.contracts.event;

import java.time.Instant;
import org.outloud.contracts.GroupId;
import org.outloud.contracts.PersonId;

/**
 * HR put somebody into a group or took them out. It may arrive before its group does; when a group is removed or a person
 * deleted, each membership that ends by it is told.
 *
 * @param version grows by one with each change of this group and person
 */
@EventType(value = "org.outloud.group.member.changed.v1", topic = Topics.GROUPS)
public record GroupMemberChanged(GroupId groupId, PersonId personId, boolean member, long version, Instant at)
        implements Event {

    @Override
    public String key() {
        return groupId + "/" + personId;
    }
}
