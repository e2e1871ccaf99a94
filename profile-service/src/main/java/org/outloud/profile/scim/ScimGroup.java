package org.outloud.profile.scim;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.GroupId;
import org.outloud.profile.group.Group;
import org.outloud.profile.scim.schema.Scim;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a group as a SCIM group. */
final class ScimGroup {

    private ScimGroup() {}

    static URI locationOf(GroupId id) {
        return URI.create("/scim/v2/Groups/" + id);
    }

    static ObjectNode of(Group group, @Nullable ArrayNode members) {
        ObjectNode written = Scim.object();
        written.putArray("schemas").add(Scim.GROUP);
        written.put("id", group.id().toString());
        if (group.externalId() != null) {
            written.put("externalId", group.externalId());
        }
        written.put("displayName", group.displayName());
        if (members != null) {
            written.set("members", members);
        }
        written.putObject("meta")
                .put("resourceType", "Group")
                .put("created", group.createdAt().toString())
                .put("lastModified", group.changedAt().toString())
                .put("location", locationOf(group.id()).toString())
                .put("version", Scim.tag(group.version()));
        return written;
    }
}
