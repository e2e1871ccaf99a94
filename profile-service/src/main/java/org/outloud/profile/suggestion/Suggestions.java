package org.outloud.profile.suggestion;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.outloud.contracts.PersonId;
import org.outloud.profile.directory.Summaries;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** Finds people whom somebody does not follow, and never followed: who stopped does not want to be asked again. */
@Repository
class Suggestions {

    /**
     * A bounded number of people by each reason; each reason counts by its logarithm, so that none decides alone. Among equals
     * the order differs for every viewer, or everybody would be told to follow the same people.
     */
    static final String SUGGEST = """
            with me as materialized (
              select id, department, skill_keys, folded_all(interests) as interest_keys from person where id = :viewer
            ), followed as materialized (
              select f.followee as id, x.display_name, x.name_key from follow f
              join person x on x.id = f.followee and x.active
              where f.follower = :viewer and f.following order by f.since desc limit 500
            ), near as materialized (
              select g.followee as id, count(*) as ties from followed d
              join follow g on g.follower = d.id and g.following
              group by g.followee
            ), candidate as (
              (select id from near n
               where not exists (select from follow k where k.follower = :viewer and k.followee = n.id)
               order by ties desc, md5(id::text || :viewer::text) limit 200)
              union
              (select p.id from person p join me on p.department = me.department
               where p.active and not exists (select from follow k where k.follower = :viewer and k.followee = p.id)
               order by md5(p.id::text || :viewer::text) limit 200)
              union
              (select p.id from person p join me on p.skill_keys && me.skill_keys
               where p.active and shows(p.id, p.visibility, 'skills', :viewer)
                 and not exists (select from follow k where k.follower = :viewer and k.followee = p.id)
               order by (select count(*) from unnest(p.skill_keys) as key where key = any (me.skill_keys)) desc,
                 md5(p.id::text || :viewer::text) limit 200)
              union
              (select p.id from person p join me on folded_all(p.interests) && me.interest_keys
               where p.active and shows(p.id, p.visibility, 'interests', :viewer)
                 and not exists (select from follow k where k.follower = :viewer and k.followee = p.id)
               order by (select count(*) from unnest(folded_all(p.interests)) as key where key = any (me.interest_keys)) desc,
                 md5(p.id::text || :viewer::text) limit 200)
            ), shared as (
              select p.id, coalesce(n.ties, 0) as ties, p.department is not distinct from me.department
                  and p.department is not null as colleague,
                array(select skill ->> 'name' from jsonb_array_elements(p.skills) as skill
                  where folded(skill ->> 'name') = any (me.skill_keys) and shows(p.id, p.visibility, 'skills', :viewer) order by 1) as skills,
                array(select interest from unnest(p.interests) as interest
                  where folded(interest) = any (me.interest_keys) and shows(p.id, p.visibility, 'interests', :viewer) order by 1) as interests
              from candidate c join visible_person(:viewer) p on p.id = c.id and p.active
                and not exists (select from block b
                  where b.blocker = :viewer and b.blocked = p.id and b.muted_at is not null)
              cross join me left join near n on n.id = p.id
              where p.id <> :viewer
            ), best as (
              select *, 1.5 * ln(1 + ties) + case when colleague then 1 else 0 end
                + 0.8 * ln(1 + cardinality(skills)) + 0.6 * ln(1 + cardinality(interests)) as weight
              from shared order by weight desc, md5(id::text || :viewer::text) limit :most
            )
            select %s, b.colleague, to_jsonb(b.skills)::text as skills, to_jsonb(b.interests)::text as interests,
              (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.display_name)), '[]')::text from (
                select d.id, d.display_name from followed d
                join follow g on g.follower = d.id and g.followee = b.id and g.following
                order by d.name_key, d.id limit 4) as v) as via
            from best b join person p on p.id = b.id
            order by b.weight desc, md5(b.id::text || :viewer::text)
            """.formatted(Summaries.COLUMNS);

    private final DatabaseClient database;
    private final JsonMapper json;

    Suggestions(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Flux<Suggestion> of(PersonId viewer, int most) {
        return database.sql(SUGGEST)
                .bind("viewer", viewer.value())
                .bind("most", most)
                .map(this::toSuggestion)
                .all();
    }

    private Suggestion toSuggestion(Readable row) {
        List<Why> reasons = new ArrayList<>();
        add(reasons, Why.Kind.FOLLOWED_BY, List.of(json.readValue(text(row, "via"), Why.Thing[].class)));
        if (Boolean.TRUE.equals(row.get("colleague", Boolean.class))) {
            add(reasons, Why.Kind.DEPARTMENT, List.of(new Why.Thing(null, text(row, "department"))));
        }
        add(reasons, Why.Kind.SKILLS, names(row, "skills"));
        add(reasons, Why.Kind.INTERESTS, names(row, "interests"));
        return new Suggestion(Summaries.toSummary(row), reasons);
    }

    private static void add(List<Why> reasons, Why.Kind kind, List<Why.Thing> things) {
        if (!things.isEmpty()) {
            reasons.add(Why.of(kind, things));
        }
    }

    private List<Why.Thing> names(Readable row, String column) {
        return List.of(json.readValue(text(row, column), String[].class)).stream()
                .map(name -> new Why.Thing(null, name))
                .toList();
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
