package org.outloud.profile.scim;

import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.platform.problem.Absent;
import org.outloud.profile.person.People;
import org.outloud.profile.person.Person;
import org.outloud.profile.person.Provisioning;
import org.outloud.profile.scim.query.ScimSelect;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** People as HR's system may see them: whom it deleted is gone. */
@Repository
class ScimUsers {

    private static final String ROW = "(to_jsonb(p) - '{name_key,words}'::text[])::text";
    private static final String VISIBLE = "person p where p.provisioning <> 'removed'";

    private static final String GROUPS = """
            select m.person_id, jsonb_agg(jsonb_build_object('value', g.id, '$ref', '/scim/v2/Groups/' || g.id,
              'display', g.display_name, 'type', 'direct') order by g.id)::text as groups
            from hr_group_member m join hr_group g on g.id = m.group_id
            where m.member and m.person_id = any(:people) group by m.person_id
            """;

    private final DatabaseClient database;
    private final People people;

    ScimUsers(DatabaseClient database, People people) {
        this.database = database;
        this.people = people;
    }

    Mono<Person> find(PersonId id) {
        return visible(people.find(id));
    }

    /** Held until the transaction ends. */
    Mono<Person> hold(PersonId id) {
        return visible(people.hold(id));
    }

    private static Mono<Person> visible(Mono<Person> found) {
        return found.filter(person -> person.provisioning() != Provisioning.REMOVED)
                .switchIfEmpty(Mono.error(Absent::new));
    }

    Mono<Long> count(ScimSelect select) {
        ScimSelect.Statement count = select.count(VISIBLE);
        return database.sql(count.sql())
                .bindValues(count.values())
                .mapValue(Long.class)
                .one();
    }

    /** A page of people. */
    Mono<Found> list(ScimSelect select) {
        ScimSelect.Statement list = select.list(ROW, VISIBLE, "p.id");
        return database.sql(list.sql())
                .bindValues(list.values())
                .map(ScimSelect.Row::of)
                .all()
                .collectList()
                .map(rows -> found(select, rows));
    }

    private Found found(ScimSelect select, List<ScimSelect.Row> rows) {
        List<Person> page = select.page(rows).stream()
                .map(row -> people.toPerson(row.text()))
                .toList();
        return new Found(select, rows, page);
    }

    record Found(ScimSelect select, List<ScimSelect.Row> rows, List<Person> people) {

        ObjectNode listing(long total, List<ObjectNode> shown) {
            return select.listing(total, rows, shown);
        }
    }

    /** The groups of those who are in any. */
    Mono<Map<PersonId, ArrayNode>> groupsOf(Collection<PersonId> ids) {
        return database.sql(GROUPS)
                .bind("people", ids.stream().map(PersonId::value).toArray(UUID[]::new))
                .map(row ->
                        Map.entry(new PersonId(Objects.requireNonNull(row.get("person_id", UUID.class))), (ArrayNode)
                                JsonUtils.getObjectReader()
                                        .readTree(Objects.requireNonNull(row.get("groups", String.class)))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
