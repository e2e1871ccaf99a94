package org.outloud.profile.scim;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import com.unboundid.scim2.common.utils.FilterEvaluator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.platform.problem.Invalid;
import org.outloud.profile.scim.patch.ScimOperation;
import org.outloud.profile.scim.patch.ScimOperation.Kind;
import org.outloud.profile.scim.schema.Scim;
import org.outloud.profile.scim.schema.ScimType.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is in a group while operations are applied to it: identifiers alone, for groups may be large. */
final class GroupMembers {

    private static final String MEMBERS = "members";

    private final Set<PersonId> members;

    GroupMembers(Set<PersonId> members) {
        this.members = new HashSet<>(members);
    }

    Set<PersonId> now() {
        return members;
    }

    /** Whether an operation is on the members. */
    static boolean isMeant(@Nullable Target target) {
        return target != null && MEMBERS.equals(target.name());
    }

    /** Whether an operation puts in those whom its value names. */
    static boolean isNamedBy(ScimOperation operation, @Nullable Target target) {
        return operation.kind() != Kind.REMOVE
                && target != null
                && isMeant(target)
                && target.part() == null
                && target.filter() == null;
    }

    /** Whom a list of members names; nobody when there is none. */
    static Set<PersonId> named(JsonNode sent) {
        Set<PersonId> named = new LinkedHashSet<>();
        if (sent.isMissingNode() || sent.isNull()) {
            return named;
        }
        for (JsonNode member : sent.isArray() ? sent : List.of(sent)) {
            PersonId id = idOf(member);
            if (id == null || member.path("type").asString("User").equalsIgnoreCase("Group")) {
                throw Invalid.field(MEMBERS, "malformed", "A member is a person, named by the id as value.");
            }
            named.add(id);
        }
        return named;
    }

    private static @Nullable PersonId idOf(JsonNode member) {
        try {
            return PersonId.of(member.path("value").asString(""));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    void apply(ScimOperation operation, Target target) throws ScimException {
        if (target.part() != null) {
            throw BadRequestException.mutability("A member is put in or taken out; its parts are not written.");
        }
        Filter filter = target.filter();
        if (filter != null && operation.kind() != Kind.REMOVE) {
            throw BadRequestException.noTarget("Members are chosen by a filter only to be taken out.");
        }
        if (filter != null) {
            removeThose(filter);
            return;
        }
        JsonNode value = operation.value();
        switch (operation.kind()) {
            case ADD -> members.addAll(named(value));
            case REPLACE -> {
                members.clear();
                members.addAll(named(value));
            }
            case REMOVE -> remove(value);
        }
    }

    /** Entra ID names those who are to go as the value. Whoever is not in the group cannot be taken out of it. */
    private void remove(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            members.clear();
            return;
        }
        for (JsonNode member : value.isArray() ? value : List.of(value)) {
            PersonId id = idOf(member);
            if (id != null) {
                members.remove(id);
            }
        }
    }

    private void removeThose(Filter filter) throws ScimException {
        if (filter.getFilterType() == FilterType.EQUAL
                && "value".equalsIgnoreCase(filter.getAttributePath().toString())) {
            ObjectNode one = Scim.object();
            one.set("value", filter.getComparisonValue());
            remove(one);
            return;
        }
        for (PersonId id : Set.copyOf(members)) {
            ObjectNode member = Scim.object()
                    .put("value", id.toString())
                    .put("type", "User")
                    .put("$ref", ScimUser.locationOf(id).toString());
            if (FilterEvaluator.evaluate(filter, member)) {
                members.remove(id);
            }
        }
    }
}
