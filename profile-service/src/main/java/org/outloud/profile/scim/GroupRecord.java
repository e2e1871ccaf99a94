package org.outloud.profile.scim;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.profile.group.Group;
import org.outloud.profile.person.Account;
import org.outloud.profile.person.Faults;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A group as HR's system describes it. */
record GroupRecord(String displayName, @Nullable String externalId, Set<PersonId> members) {

    /** The record; an {@link org.outloud.platform.problem.Invalid} naming what is wrong. */
    static GroupRecord read(ObjectNode sent) {
        return read(sent, GroupMembers.named(sent.path("members")));
    }

    /** The record but for its members. */
    static GroupRecord read(ObjectNode sent, Set<PersonId> members) {
        Faults faults = new Faults();
        String displayName = text(sent, "displayName", Group.LONGEST_NAME, faults);
        String externalId = text(sent, "externalId", Account.LONGEST_EXTERNAL_ID, faults);
        if (displayName == null) {
            faults.add("displayName", "required", "This attribute is required.");
        }
        faults.refuse();
        return new GroupRecord(displayName == null ? "" : displayName, externalId, members);
    }

    private static @Nullable String text(ObjectNode sent, String name, int longest, Faults faults) {
        JsonNode value = sent.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            faults.add(name, "malformed", "This attribute is a text.");
            return null;
        }
        String text = value.asString().strip();
        faults.checkText(name, text, longest);
        return text.isEmpty() ? null : text;
    }
}
