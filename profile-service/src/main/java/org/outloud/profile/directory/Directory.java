package org.outloud.profile.directory;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Page;
import org.outloud.profile.person.Folded;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Active people by display name. */
@Repository
class Directory {

    private final DatabaseClient database;

    Directory(DatabaseClient database) {
        this.database = database;
    }

    Mono<Page<PersonSummary>> list(DirectoryQuery query, PersonId viewer, Cursor.@Nullable Named after, int limit) {
        Map<String, Object> values = new HashMap<>(Map.of("viewer", viewer.value(), "most", limit + 1));
        StringJoiner conditions = new StringJoiner(" and ");
        conditions.add("p.active");
        add(conditions, values, "p.words @@ to_tsquery('simple', :words)", "words", query.words());
        add(conditions, values, "p.department = :department", "department", query.department());
        add(conditions, values, "p.location = :location", "location", query.location());
        add(
                conditions,
                values,
                "p.skill_keys @> array[:skill]::text[]",
                "skill",
                query.skill() == null ? null : Folded.of(query.skill()));
        if (after != null) {
            add(conditions, values, "(p.name_key, p.id) > (:name, :id)", "name", after.key());
            values.put("id", after.id());
        }
        return database.sql("select " + Summaries.COLUMNS + ", p.name_key from visible_person(:viewer) p where "
                        + conditions + " order by p.name_key, p.id limit :most")
                .bindValues(values)
                .map(row ->
                        new Found(Summaries.toSummary(row), Objects.requireNonNull(row.get("name_key", String.class))))
                .all()
                .collectList()
                .map(read -> Page.of(read, limit, Found::place))
                .map(page -> new Page<>(page.items().stream().map(Found::person).toList(), page.next()));
    }

    /** Only the conditions that are asked for stand in the statement; values are always bound. */
    private static void add(
            StringJoiner conditions,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    private record Found(PersonSummary person, String nameKey) {

        Cursor place() {
            UUID id = person.id().value();
            return new Cursor.Named(nameKey, id);
        }
    }
}
