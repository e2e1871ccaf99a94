package org.outloud.profile.directory;

import java.util.HashMap;
import java.util.List;
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

    /**
     * Those who have every word, by name. When nobody has, one page of those who have something like them, the nearest
     * first.
     */
    Mono<Page<PersonSummary>> list(DirectoryQuery query, PersonId viewer, Cursor.@Nullable Named after, int limit) {
        Mono<Page<PersonSummary>> exact = exact(query, viewer, after, limit);
        return after != null || query.spelled().isEmpty()
                ? exact
                : exact.filter(page -> !page.items().isEmpty())
                        .switchIfEmpty(Mono.defer(() -> near(query, viewer, limit)));
    }

    private Mono<Page<PersonSummary>> exact(
            DirectoryQuery query, PersonId viewer, Cursor.@Nullable Named after, int limit) {
        Map<String, Object> values = new HashMap<>(Map.of("viewer", viewer.value(), "most", limit + 1));
        StringJoiner conditions = conditions(query, values);
        add(conditions, values, "p.words @@ to_tsquery('simple', :words)", "words", query.words());
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

    private Mono<Page<PersonSummary>> near(DirectoryQuery query, PersonId viewer, int limit) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "viewer",
                viewer.value(),
                "most",
                limit,
                "spelled",
                query.spelled().toArray(String[]::new)));
        StringJoiner conditions = conditions(query, values);
        add(conditions, values, "p.words @@ to_tsquery('simple', :brief)", "brief", query.brief());
        return database.sql("select " + Summaries.COLUMNS
                        + " from near_people(:spelled) n join visible_person(:viewer) p on p.id = n.id"
                        + " where " + conditions
                        + " order by n.nearness desc, p.name_key, p.id limit :most")
                .bindValues(values)
                .map(Summaries::toSummary)
                .all()
                .collectList()
                .map(people -> new Page<>(people, null));
    }

    /** What people can be filtered by: the departments and places that active people show to everyone. */
    Mono<Filters> filters() {
        return Mono.zip(
                distinct("department", "true"),
                distinct("location", "visibility ->> 'location' is null"),
                Filters::new);
    }

    /** Jumps from one value to the next in the index, however many people share each. */
    private Mono<List<String>> distinct(String column, String shown) {
        return database.sql("""
                        with recursive each (value) as (
                          (select %1$s from person where active and %1$s is not null and %2$s order by %1$s limit 1)
                          union all
                          select (select p.%1$s from person p where p.active and p.%1$s > each.value and %2$s
                            order by p.%1$s limit 1)
                          from each where each.value is not null)
                        select value from each where value is not null limit 500
                        """.formatted(column, shown))
                .mapValue(String.class)
                .all()
                .collectList();
    }

    /** By a field that not everyone sees people are found by those who see it. */
    private static StringJoiner conditions(DirectoryQuery query, Map<String, Object> values) {
        StringJoiner conditions = new StringJoiner(" and ");
        conditions.add("p.active");
        add(conditions, values, "p.department = :department", "department", query.department());
        if (query.following()) {
            conditions.add("p.id in (select f.followee from follow f where f.follower = :viewer and f.following)");
        }
        add(
                conditions,
                values,
                "p.location = :location and shows(p.id, p.visibility, 'location', :viewer)",
                "location",
                query.location());
        add(
                conditions,
                values,
                "p.skill_keys @> array[:skill]::text[] and shows(p.id, p.visibility, 'skills', :viewer)",
                "skill",
                query.skill() == null ? null : Folded.of(query.skill()));
        return conditions;
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

    /** Values to choose from. */
    record Filters(List<String> departments, List<String> locations) {}

    private record Found(PersonSummary person, String nameKey) {

        Cursor place() {
            UUID id = person.id().value();
            return new Cursor.Named(nameKey, id);
        }
    }
}
