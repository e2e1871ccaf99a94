package org.outloud.community.rule;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.outloud.community.membership.Reason;
import org.outloud.community.person.PersonRef;
import org.outloud.community.sql.Columns;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The rules of communities, what they would do, and why they did it. */
@Repository
class MembershipRules {

    private static final String FIND = """
            select every, version, not due as settled,
              (select count(*)::int from membership m where m.community_id = r.community_id and m.by_rule) as members
            from membership_rule r where community_id = :community
            """;
    private static final String LABELLED = """
            select c.position, c.attribute, coalesce(c.word, c.ref::text) as value,
              coalesce(c.word, g.display_name, p.display_name) as label
            from rule_condition c
            left join hr_group g on g.id = c.ref and c.attribute = 'group' and not g.removed
            left join visible_person(:viewer) p on p.id = c.ref and c.attribute = 'manager'
            where c.community_id = :community
            """;
    private static final String WHY = "select m.person_id, l.* from (" + LABELLED + """
            ) l join conditions_met(:people) m on m.community_id = :community and m.position = l.position
            order by l.position
            """;
    private static final String SAVE = """
            insert into membership_rule as r (community_id, every, version, due) values (:community, :every, 1, true)
            on conflict (community_id) do update set every = excluded.every, version = r.version + 1, due = true
            """;
    private static final String ADD_CONDITIONS = """
            insert into rule_condition (community_id, position, attribute, word, ref)
            select :community, position, attribute, word, ref
            from unnest(:attributes::text[], :words::text[], :refs::uuid[])
              with ordinality as c (attribute, word, ref, position)
            """;
    private static final String KNOWN = """
            select id from visible_person(:viewer) where id = any(:refs)
            union all select id from hr_group where id = any(:refs) and not removed
            """;
    private static final String DUE =
            "select community_id from membership_rule where due order by community_id limit 1";
    private static final String SETTLE = "update membership_rule set due = false where community_id = :community";

    private static final String PREVIEW = """
            select o.outcome, o.total, o.place, %s
            from (
              select k.outcome, p.id, count(*) over (partition by k.outcome)::int as total,
                row_number() over (partition by k.outcome order by p.display_name, p.id) as place
              from rule_outcome(:community, :every, :attributes::text[], :words::text[], :refs::uuid[]) k
              join visible_person(:viewer) p on p.id = k.person_id and (p.active or k.outcome = 'leaves')) o
            join person p on p.id = o.id
            where o.place <= :sample
            order by o.outcome, o.place
            """.formatted(PersonRef.COLUMNS);

    private static final String DEPARTMENTS = """
            select min(hr_department) as value, min(hr_department) as label, count(*)::int as people
            from visible_person(:viewer)
            where active and hr_department is not null
              and position(lower(:q) in lower(hr_department collate "pg_c_utf8")) > 0
            group by lower(hr_department collate "pg_c_utf8") order by people desc, label limit :most
            """;
    private static final String MANAGERS = """
            select p.id::text as value, p.display_name as label, count(*)::int as people
            from visible_person(:viewer) p join person r on r.manager_id = p.id and r.active
            where p.active and position(lower(:q) in lower(p.display_name collate "pg_c_utf8")) > 0
            group by p.id, p.display_name order by label, value limit :most
            """;
    private static final String GROUPS = """
            select g.id::text as value, g.display_name as label,
              (select count(*)::int from hr_group_member m where m.group_id = g.id and m.member) as people
            from hr_group g
            where not g.removed and position(lower(:q) in lower(g.display_name collate "pg_c_utf8")) > 0
            order by label, value limit :most
            """;

    private final DatabaseClient database;

    MembershipRules(DatabaseClient database) {
        this.database = database;
    }

    /** A community's rule as the viewer may name its parts. */
    Mono<RuleView> view(CommunityId community, PersonId viewer) {
        Mono<List<Reason>> conditions = database.sql(LABELLED + "order by c.position")
                .bind("community", community.value())
                .bind("viewer", viewer.value())
                .map(MembershipRules::toReason)
                .all()
                .collectList();
        return database.sql(FIND)
                .bind("community", community.value())
                .map(row -> new RuleView(
                        Columns.get(row, "every", Boolean.class) ? Match.ALL : Match.ANY,
                        List.of(),
                        Columns.get(row, "members", Integer.class),
                        Columns.get(row, "settled", Boolean.class),
                        Columns.get(row, "version", Long.class)))
                .one()
                .defaultIfEmpty(new RuleView(Match.ALL, List.of(), 0, true, 0))
                .zipWith(
                        conditions,
                        (rule, all) -> new RuleView(rule.match(), all, rule.members(), rule.settled(), rule.version()));
    }

    /** Keeps a community's rule; from then on it is due. The community is held. */
    Mono<Void> save(CommunityId community, Rule rule) {
        return database.sql(SAVE)
                .bind("community", community.value())
                .bind("every", rule.every())
                .then()
                .then(database.sql("delete from rule_condition where community_id = :community")
                        .bind("community", community.value())
                        .then())
                .then(bound(ADD_CONDITIONS, rule)
                        .bind("community", community.value())
                        .then());
    }

    /** Those of these people and groups that are there for the viewer. */
    Mono<Set<UUID>> known(Rule rule, PersonId viewer) {
        return database.sql(KNOWN)
                .bind("viewer", viewer.value())
                .bind(
                        "refs",
                        Arrays.stream(rule.refs()).filter(Objects::nonNull).toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all()
                .collect(Collectors.toSet());
    }

    /** A community whose rule is due. */
    Mono<CommunityId> due() {
        return database.sql(DUE)
                .map(row -> new CommunityId(Columns.get(row, "community_id", UUID.class)))
                .one();
    }

    /** Everybody is where the rule wants them. */
    Mono<Void> settle(CommunityId community) {
        return database.sql(SETTLE).bind("community", community.value()).then();
    }

    /** What a rule would make of everybody, with at most so many names each. */
    Mono<Preview> preview(CommunityId community, Rule rule, PersonId viewer, int sample) {
        return bound(PREVIEW, rule)
                .bind("every", rule.every())
                .bind("community", community.value())
                .bind("viewer", viewer.value())
                .bind("sample", sample)
                .map(Row::of)
                .all()
                .collectList()
                .map(MembershipRules::toPreview);
    }

    /** Values that conditions on an attribute may have, whose name contains a text. */
    Mono<List<Choice>> choices(Attribute attribute, String q, PersonId viewer, int most) {
        String query = switch (attribute) {
            case DEPARTMENT -> DEPARTMENTS;
            case MANAGER -> MANAGERS;
            case GROUP -> GROUPS;
        };
        DatabaseClient.GenericExecuteSpec select =
                database.sql(query).bind("q", q).bind("most", most);
        return (attribute == Attribute.GROUP ? select : select.bind("viewer", viewer.value()))
                .map(row -> new Choice(
                        Columns.get(row, "value", String.class),
                        Columns.get(row, "label", String.class),
                        Columns.get(row, "people", Integer.class)))
                .all()
                .collectList();
    }

    /** Which of a community's conditions are true of these people. */
    Mono<Map<PersonId, List<Reason>>> why(CommunityId community, Collection<PersonId> people, PersonId viewer) {
        return database.sql(WHY)
                .bind("community", community.value())
                .bind("viewer", viewer.value())
                .bind("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .map(row -> Map.entry(new PersonId(Columns.get(row, "person_id", UUID.class)), toReason(row)))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private DatabaseClient.GenericExecuteSpec bound(String statement, Rule rule) {
        return database.sql(statement)
                .bind("attributes", rule.attributes())
                .bind("words", rule.words())
                .bind("refs", rule.refs());
    }

    private static Reason toReason(Readable row) {
        return new Reason(
                Columns.get(row, "attribute", String.class),
                Columns.get(row, "value", String.class),
                row.get("label", String.class));
    }

    private static Preview toPreview(List<Row> rows) {
        Map<Outcome, Preview.Some> found = new EnumMap<>(Outcome.class);
        rows.stream()
                .collect(Collectors.groupingBy(Row::outcome))
                .forEach((outcome, some) -> found.put(
                        outcome,
                        new Preview.Some(
                                some.get(0).total(),
                                some.stream().map(Row::person).toList())));
        return new Preview(
                found.getOrDefault(Outcome.JOINS, Preview.Some.NOBODY),
                found.getOrDefault(Outcome.LEAVES, Preview.Some.NOBODY),
                found.getOrDefault(Outcome.STAYS, Preview.Some.NOBODY),
                found.getOrDefault(Outcome.OWN, Preview.Some.NOBODY),
                found.getOrDefault(Outcome.DECLINED, Preview.Some.NOBODY));
    }

    private enum Outcome {
        JOINS,
        LEAVES,
        STAYS,
        OWN,
        DECLINED
    }

    private record Row(Outcome outcome, int total, PersonRef person) {

        static Row of(Readable row) {
            return new Row(
                    Outcome.valueOf(Columns.get(row, "outcome", String.class).toUpperCase(Locale.ROOT)),
                    Columns.get(row, "total", Integer.class),
                    PersonRef.of(row));
        }
    }
}
