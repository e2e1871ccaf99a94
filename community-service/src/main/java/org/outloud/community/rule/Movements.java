package org.outloud.community.rule;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.outloud.community.membership.RuledMove;
import org.outloud.community.person.Moving;
import org.outloud.community.sql.Columns;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Who moved, and what rules have for them. Whoever tells of a change only notes it; looking at it comes after the change is
 * committed, one round at a time, so that no two changes miss each other.
 */
@Repository
class Movements implements Moving {

    private static final String NOTE = """
            insert into rule_due (person_id, below) values (:person, :below)
            on conflict (person_id) do update set below = rule_due.below or excluded.below
            """;
    private static final String LEAD = "select pg_try_advisory_xact_lock(7155968, 3)";
    private static final String TAKE = """
            delete from rule_due
            where person_id in (select person_id from rule_due order by person_id limit :most for update skip locked)
            returning person_id, below
            """;
    private static final String NOTE_BELOW = """
            with recursive under (id) as (
              select p.id from person p where p.manager_id = any(:managers)
              union select p.id from under u join person p on p.manager_id = u.id)
            insert into rule_due (person_id, below) select id, false from under
            where exists (select 1 from rule_condition where attribute = 'manager')
            order by id
            on conflict (person_id) do nothing
            """;
    private static final String OF_PEOPLE = """
            with wanted as (
              select m.community_id, m.person_id
              from conditions_met(:people) m
              join membership_rule r on r.community_id = m.community_id
              join community c on c.id = m.community_id and c.archived_at is null
              group by m.community_id, m.person_id, r.every
              having count(*) >= case when r.every
                then (select count(*) from rule_condition x where x.community_id = m.community_id) else 1 end)
            select w.community_id, w.person_id, true as joins
            from wanted w
            join person p on p.id = w.person_id and p.active
            left join membership m on m.community_id = w.community_id and m.person_id = w.person_id
            where m.person_id is null or (m.role is null and not m.declined)
            union all
            select m.community_id, m.person_id, false
            from membership m join community c on c.id = m.community_id and c.archived_at is null
            where m.person_id = any(:people) and m.by_rule
              and not exists (select 1 from wanted w where w.community_id = m.community_id and w.person_id = m.person_id)
            """;
    private static final String OF_RULE = """
            select r.community_id, o.person_id, o.outcome = 'joins' as joins
            from membership_rule r
            join community c on c.id = r.community_id and c.archived_at is null
            cross join lateral (
              select coalesce(array_agg(x.attribute order by x.position), '{}') as attributes,
                coalesce(array_agg(x.word order by x.position), '{}') as words,
                coalesce(array_agg(x.ref order by x.position), '{}') as refs
              from rule_condition x where x.community_id = r.community_id) q
            cross join lateral rule_outcome(r.community_id, r.every, q.attributes, q.words, q.refs) o
            join person p on p.id = o.person_id
            where r.community_id = :community and (o.outcome = 'leaves' or (o.outcome = 'joins' and p.active))
            limit :most
            """;

    /** Somebody who moved. */
    record Moved(PersonId person, boolean below) {}

    private final DatabaseClient database;

    Movements(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> moved(PersonId person, boolean below) {
        return database.sql(NOTE)
                .bind("person", person.value())
                .bind("below", below)
                .then();
    }

    /** Whether this transaction is the one that looks; until it ends nobody else does. */
    Mono<Boolean> lead() {
        return database.sql(LEAD).mapValue(Boolean.class).one();
    }

    /** Takes some of those who moved off the list. */
    Mono<List<Moved>> take(int most) {
        return database.sql(TAKE)
                .bind("most", most)
                .map(row -> new Moved(
                        new PersonId(Columns.get(row, "person_id", UUID.class)),
                        Columns.get(row, "below", Boolean.class)))
                .all()
                .collectList();
    }

    /** Everybody below these managers moved as well. */
    Mono<Void> noteBelow(Collection<PersonId> managers) {
        return managers.isEmpty()
                ? Mono.empty()
                : database.sql(NOTE_BELOW).bind("managers", ids(managers)).then();
    }

    /** What all rules have for these people. */
    Mono<List<RuledMove>> of(Collection<PersonId> people) {
        return database.sql(OF_PEOPLE)
                .bind("people", ids(people))
                .map(Movements::toMove)
                .all()
                .collectList();
    }

    /** What one rule has for everybody, at most so many. */
    Mono<List<RuledMove>> of(CommunityId community, int most) {
        return database.sql(OF_RULE)
                .bind("community", community.value())
                .bind("most", most)
                .map(Movements::toMove)
                .all()
                .collectList();
    }

    private static RuledMove toMove(Readable row) {
        return new RuledMove(
                new CommunityId(Columns.get(row, "community_id", UUID.class)),
                new PersonId(Columns.get(row, "person_id", UUID.class)),
                Columns.get(row, "joins", Boolean.class));
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
