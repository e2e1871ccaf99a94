package org.outloud.profile.scim;

import com.unboundid.scim2.common.utils.JsonUtils;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.GroupId;
import org.outloud.profile.group.Group;
import org.outloud.profile.scim.query.ScimSelect;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** HR's groups, found by SCIM's filters. */
@Repository
class ScimGroups {

    private static final String ROW = "to_jsonb(g)::text";
    private static final String ALL = "hr_group g where true";

    private static final String MEMBERS = """
            select m.group_id, jsonb_agg(jsonb_build_object('value', p.id, '$ref', '/scim/v2/Users/' || p.id,
              'type', 'User', 'display', p.display_name) order by p.id)::text as members
            from hr_group_member m join person p on p.id = m.person_id
            where m.member and m.group_id = any(:groups) group by m.group_id
            """;

    private final DatabaseClient database;

    ScimGroups(DatabaseClient database) {
        this.database = database;
    }

    Mono<Long> count(ScimSelect select) {
        ScimSelect.Statement count = select.count(ALL);
        return database.sql(count.sql())
                .bindValues(count.values())
                .mapValue(Long.class)
                .one();
    }

    /** A page of groups. */
    Mono<Found> list(ScimSelect select) {
        ScimSelect.Statement list = select.list(ROW, ALL, "g.id");
        return database.sql(list.sql())
                .bindValues(list.values())
                .map(ScimSelect.Row::of)
                .all()
                .collectList()
                .map(rows -> new Found(
                        select,
                        rows,
                        select.page(rows).stream().map(ScimGroups::group).toList()));
    }

    record Found(ScimSelect select, List<ScimSelect.Row> rows, List<Group> groups) {

        ObjectNode listing(long total, List<ObjectNode> shown) {
            return select.listing(total, rows, shown);
        }
    }

    private static Group group(ScimSelect.Row row) {
        JsonNode read = JsonUtils.getObjectReader().readTree(row.text());
        return new Group(
                GroupId.of(read.path("id").stringValue()),
                read.path("version").longValue(),
                read.path("display_name").stringValue(),
                textOrNull(read.path("external_id")),
                OffsetDateTime.parse(read.path("created_at").stringValue()).toInstant(),
                OffsetDateTime.parse(read.path("changed_at").stringValue()).toInstant());
    }

    private static @Nullable String textOrNull(JsonNode text) {
        return text.isString() ? text.stringValue() : null;
    }

    /** The members of those groups that have any. */
    Mono<Map<GroupId, ArrayNode>> membersOf(Collection<GroupId> ids) {
        return database.sql(MEMBERS)
                .bind("groups", ids.stream().map(GroupId::value).toArray(UUID[]::new))
                .map(row -> Map.entry(new GroupId(Objects.requireNonNull(row.get("group_id", UUID.class))), (ArrayNode)
                        JsonUtils.getObjectReader().readTree(Objects.requireNonNull(row.get("members", String.class)))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
