package org.outloud.community.inventory;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.outloud.community.sql.Columns;
import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The inventory by domain, and how it grew. */
@Repository
class InventoryMap {

    /**
     * A domain with what is alive in it.
     *
     * @param domain null for what has none
     * @param people in all of its communities, each counted once in each
     * @param posts and comments of the last twelve weeks, in those hosted here
     * @param stages how many entries are in which stage
     */
    record Domain(
            @Nullable String domain, int entries, long people, int quiet, long posts, Map<String, Integer> stages) {}

    /** How many communities there were on a day, secret ones aside. */
    record Day(LocalDate day, long people, Map<String, Integer> stages) {}

    private static final TypeReference<Map<String, Integer>> STAGES = new TypeReference<>() {};

    private static final String DOMAINS = """
            select d.domain, sum(d.entries)::int as entries, sum(d.people)::bigint as people, sum(d.quiet)::int as quiet,
              sum(d.posts)::bigint as posts, jsonb_object_agg(d.stage, d.entries)::text as stages
            from (
              select e.domain, e.stage, count(*)::int as entries, coalesce(sum(e.size), 0) as people,
                count(*) filter (where is_quiet(e))::int as quiet, coalesce(sum(w.posts), 0) as posts
              from visible_entry(:viewer) e
              left join lateral (
                select sum(k.posts) as posts from community_week k
                where k.community_id = e.community_id
                  and k.week > date_trunc('week', now() at time zone 'utc')::date - 7 * 12) w on true
              where e.stage <> 'closed'
              group by e.domain, e.stage) d
            group by d.domain
            order by people desc, entries desc, d.domain limit :most
            """;
    private static final String DAYS = """
            select d.day, sum(d.people)::bigint as people, jsonb_object_agg(d.stage, d.entries)::text as stages
            from inventory_day d
            where d.day > (now() at time zone 'utc')::date - :days::int
            group by d.day order by d.day
            """;
    private static final String COUNT = """
            insert into inventory_day (day, stage, entries, people)
            select (now() at time zone 'utc')::date, s.stage, count(e.id), coalesce(sum(e.size), 0)
            from unnest(:stages::text[]) as s (stage)
            left join (
              select i.id, i.stage, i.size from inventory_entry i left join community c on c.id = i.community_id
              where c.visibility is distinct from 'secret') e on e.stage = s.stage
            group by s.stage
            on conflict (day, stage) do update set entries = excluded.entries, people = excluded.people
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    InventoryMap(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Domains of what the viewer may know of, the one with most people first. */
    Mono<List<Domain>> domains(PersonId viewer, int most) {
        return database.sql(DOMAINS)
                .bind("viewer", viewer.value())
                .bind("most", most)
                .map(row -> new Domain(
                        row.get("domain", String.class),
                        Columns.get(row, "entries", Integer.class),
                        Columns.get(row, "people", Long.class),
                        Columns.get(row, "quiet", Integer.class),
                        Columns.get(row, "posts", Long.class),
                        stages(row)))
                .all()
                .collectList();
    }

    /** The last so many days on which was counted, oldest first. */
    Mono<List<Day>> days(int days) {
        return database.sql(DAYS)
                .bind("days", days)
                .map(row -> new Day(
                        Columns.get(row, "day", LocalDate.class), Columns.get(row, "people", Long.class), stages(row)))
                .all()
                .collectList();
    }

    /** Counts what there is today; the last count of a day stays. */
    Mono<Void> count() {
        return database.sql(COUNT)
                .bind("stages", Stage.words().toArray(String[]::new))
                .then();
    }

    private Map<String, Integer> stages(Readable row) {
        return json.readValue(Columns.get(row, "stages", String.class), STAGES);
    }
}
