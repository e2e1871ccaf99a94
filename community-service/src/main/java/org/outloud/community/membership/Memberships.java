package org.outloud.community.membership;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.outloud.community.sql.Columns;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who takes part where, or asks to. */
@Repository
public class Memberships {

    private static final String HOLD =
            "select id from community where id = any(:communities) order by id for no key update";
    private static final String STANDING = """
            select c.id, c.visibility, c.archived_at is not null as archived, m.role, i.role as invited
            from visible_community(:viewer) c
            left join membership m on m.community_id = c.id and m.person_id = :viewer
            left join invitation i on i.community_id = c.id and i.person_id = :viewer and i.declined_at is null
            where c.id = :community
            """;
    static final String COLUMNS =
            "m.community_id, m.person_id, m.role, m.since, m.asked_role, m.asked_at, m.by_rule, m.declined, m.version";
    private static final String FIND = "select " + COLUMNS + " from membership m "
            + "where m.community_id = :community and m.person_id = any(:people)";
    private static final String FIND_PAIRS = "select " + COLUMNS + """
             from unnest(:communities::uuid[], :people::uuid[]) as pair (community_id, person_id)
            join membership m using (community_id, person_id)
            """;
    private static final String STEWARDS =
            "select " + COLUMNS + " from membership m where m.community_id = :community and m.role = 'steward'";
    private static final String ASKING =
            "select " + COLUMNS + " from membership m where m.community_id = :community and m.asked_at is not null";
    private static final String STEWARD_STAYS = """
            select exists (select 1 from membership m join person p on p.id = m.person_id and p.active
                           where m.community_id = :community and m.role = 'steward' and m.person_id <> :person)
              or not exists (select 1 from person where id = :person and active)
            """;
    private static final String SAVE = """
            insert into membership (community_id, person_id, role, since, asked_role, asked_at, by_rule, declined,
              version)
            select * from unnest(:communities::uuid[], :people::uuid[], :roles::text[], :since::timestamptz[],
              :askedRoles::text[], :askedAt::timestamptz[], :byRule::boolean[], :declined::boolean[],
              :versions::bigint[])
            on conflict (community_id, person_id) do update set role = excluded.role, since = excluded.since,
              asked_role = excluded.asked_role, asked_at = excluded.asked_at, by_rule = excluded.by_rule,
              declined = excluded.declined, version = excluded.version
            """;
    private static final String MOVE_BY_RULE = """
            with move as (
              select * from unnest(:communities::uuid[], :people::uuid[], :joins::boolean[])
                as v (community_id, person_id, joins)),
            joined as (
              insert into membership as m (community_id, person_id, role, since, by_rule, version)
              select v.community_id, v.person_id, 'member', :at, true, 1
              from move v join person p on p.id = v.person_id and p.active
              where v.joins
              on conflict (community_id, person_id) do update set role = excluded.role, since = excluded.since,
                asked_role = null, asked_at = null, by_rule = true, version = m.version + 1
              where m.role is null and not m.declined
              returning m.*),
            gone as (
              update membership m set role = null, since = null, by_rule = false, version = m.version + 1
              from move v
              where not v.joins and m.community_id = v.community_id and m.person_id = v.person_id and m.by_rule
              returning m.*)
            select * from joined union all select * from gone
            """;
    /** Everybody of one community is in the other, in the higher of their roles and since the earlier day. */
    private static final String BRING_ALL = """
            with before as (select m.person_id, m.role from membership m where m.community_id = :into),
            brought as (
              insert into membership as m (community_id, person_id, role, since, version)
              select :into, f.person_id, coalesce(f.role, f.asked_role), coalesce(f.since, :at), 1
              from membership f
              where f.community_id = :from and (f.role is not null or (:door and f.asked_at is not null))
              on conflict (community_id, person_id) do update set
                role = case when rank_of(m.role) < rank_of(excluded.role) then m.role else excluded.role end,
                since = least(m.since, excluded.since), asked_role = null, asked_at = null, by_rule = false,
                declined = false,
                version = m.version + case when rank_of(m.role) <= rank_of(excluded.role) then 0 else 1 end
              returning m.*)
            select %s from brought m left join before b using (person_id) where b.role is distinct from m.role
            """.formatted(COLUMNS);

    /** Some of one community are in the other, too, there to follow or to take part. */
    private static final String TAKE_ALONG = """
            insert into membership as m (community_id, person_id, role, since, version)
            select :into, f.person_id, case f.role when 'follower' then f.role else 'member' end, :at, 1
            from membership f join visible_person(:viewer) p on p.id = f.person_id and p.active
            where f.community_id = :from and f.role is not null and f.person_id = any(:people)
            on conflict (community_id, person_id) do nothing
            returning %s
            """.formatted(COLUMNS);

    private static final String BRING_ASKS = """
            insert into membership as m (community_id, person_id, asked_role, asked_at, version)
            select :into, f.person_id, f.asked_role, f.asked_at, 0
            from membership f where f.community_id = :from and f.asked_at is not null and f.role is null
            on conflict (community_id, person_id) do update set asked_role = excluded.asked_role,
              asked_at = least(m.asked_at, excluded.asked_at)
            where m.role is null
            """;
    private static final String SETTLE_INVITATIONS =
            "delete from invitation where community_id = :community and person_id = any(:people)";
    private static final String KEEP_THOSE_BY_RULE =
            "update membership set by_rule = false where community_id = :community and by_rule";
    private static final String OF_PERSON =
            "select community_id from membership where person_id = :person and role is not null";

    private final DatabaseClient database;

    Memberships(DatabaseClient database) {
        this.database = database;
    }

    /** Lets nobody else change these communities or who takes part in them until the transaction ends. */
    public Mono<Void> hold(Collection<CommunityId> communities) {
        return database.sql(HOLD).bind("communities", ids(communities)).then();
    }

    /** How the viewer stands to a community; empty when the viewer may not know of it. */
    public Mono<Standing> standing(CommunityId community, PersonId viewer) {
        return database.sql(STANDING)
                .bind("viewer", viewer.value())
                .bind("community", community.value())
                .map(row -> new Standing(
                        new CommunityId(Columns.get(row, "id", UUID.class)),
                        Visibility.of(Columns.get(row, "visibility", String.class)),
                        Columns.get(row, "archived", Boolean.class),
                        Role.of(row.get("role", String.class)).orElse(null),
                        Role.of(row.get("invited", String.class)).orElse(null)))
                .one();
    }

    /** What a person is to a community, be it nothing. */
    Mono<Membership> find(CommunityId community, PersonId person) {
        return find(community, List.of(person))
                .map(found -> found.getOrDefault(person, Membership.none(community, person)));
    }

    /** What people are to a community; who never had to do with it is left out. */
    Mono<Map<PersonId, Membership>> find(CommunityId community, Collection<PersonId> people) {
        return database.sql(FIND)
                .bind("community", community.value())
                .bind("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .map(Memberships::toMembership)
                .all()
                .collectMap(Membership::person);
    }

    /** The memberships of these pairs that there are. */
    public Mono<List<Membership>> find(Collection<Membership> pairs) {
        return database.sql(FIND_PAIRS)
                .bind("communities", array(pairs, m -> m.community().value(), new UUID[0]))
                .bind("people", array(pairs, m -> m.person().value(), new UUID[0]))
                .map(Memberships::toMembership)
                .all()
                .collectList();
    }

    Mono<List<Membership>> stewards(CommunityId community) {
        return list(STEWARDS, community);
    }

    Mono<List<Membership>> asking(CommunityId community) {
        return list(ASKING, community);
    }

    private Mono<List<Membership>> list(String query, CommunityId community) {
        return database.sql(query)
                .bind("community", community.value())
                .map(Memberships::toMembership)
                .all()
                .collectList();
    }

    /** Whether somebody who works here answers for the community without this person, as far as somebody does now. */
    Mono<Boolean> stewardStays(CommunityId community, PersonId without) {
        return database.sql(STEWARD_STAYS)
                .bind("community", community.value())
                .bind("person", without.value())
                .mapValue(Boolean.class)
                .one();
    }

    /** Keeps memberships as they are now, with one statement. */
    public Mono<Void> save(Collection<Membership> memberships) {
        if (memberships.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(SAVE)
                .bind("communities", array(memberships, m -> m.community().value(), new UUID[0]))
                .bind("people", array(memberships, m -> m.person().value(), new UUID[0]))
                .bind("roles", array(memberships, m -> word(m.role()), new String[0]))
                .bind("since", array(memberships, m -> text(m.since()), new String[0]))
                .bind("askedRoles", array(memberships, m -> word(m.askedRole()), new String[0]))
                .bind("askedAt", array(memberships, m -> text(m.askedAt()), new String[0]))
                .bind("byRule", array(memberships, Membership::byRule, new Boolean[0]))
                .bind("declined", array(memberships, Membership::declined, new Boolean[0]))
                .bind("versions", array(memberships, Membership::version, new Long[0]))
                .then();
    }

    /** Whoever a rule alone put in takes part as if by hand from now on. The community is held. */
    public Mono<Void> keepThoseByRule(CommunityId community) {
        return database.sql(KEEP_THOSE_BY_RULE)
                .bind("community", community.value())
                .then();
    }

    /** Counts again who takes part in communities that are held. */
    public Mono<Void> recount(Collection<CommunityId> communities) {
        return database.sql("select recount_sizes(:communities)")
                .bind("communities", ids(communities))
                .then();
    }

    /** Moves people as rules say, as far as nobody did otherwise by hand since, in communities that are held. */
    Mono<List<Membership>> moveByRule(Collection<RuledMove> moves, Instant at) {
        return database.sql(MOVE_BY_RULE)
                .bind(
                        "communities",
                        moves.stream().map(move -> move.community().value()).toArray(UUID[]::new))
                .bind(
                        "people",
                        moves.stream().map(move -> move.person().value()).toArray(UUID[]::new))
                .bind("joins", moves.stream().map(RuledMove::joins).toArray(Boolean[]::new))
                .bind("at", at)
                .map(Memberships::toMembership)
                .all()
                .collectList();
    }

    /**
     * Brings everybody who takes part in one community into another; both are held.
     *
     * @param door whether those who ask at the one come in, too
     * @return those whose role there is another one now
     */
    Mono<List<Membership>> bringAll(CommunityId from, CommunityId into, boolean door, Instant at) {
        return database.sql(BRING_ALL)
                .bind("from", from.value())
                .bind("into", into.value())
                .bind("door", door)
                .bind("at", at)
                .map(Memberships::toMembership)
                .all()
                .collectList();
    }

    /**
     * Takes people along from one community into another, which is new; both are held.
     *
     * @param viewer who does; people who are not there for that one are left out
     * @return those who came
     */
    Mono<List<Membership>> takeAlong(
            CommunityId from, CommunityId into, Collection<PersonId> people, PersonId viewer, Instant at) {
        return database.sql(TAKE_ALONG)
                .bind("from", from.value())
                .bind("into", into.value())
                .bind("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .bind("viewer", viewer.value())
                .bind("at", at)
                .map(Memberships::toMembership)
                .all()
                .collectList();
    }

    /** Whoever asks at the one asks at the other; both are held. */
    Mono<Void> bringAsks(CommunityId from, CommunityId into) {
        return database.sql(BRING_ASKS)
                .bind("from", from.value())
                .bind("into", into.value())
                .then();
    }

    /** Whoever is in is not asked in any more. */
    Mono<Void> settleInvitations(CommunityId community, Collection<PersonId> people) {
        return database.sql(SETTLE_INVITATIONS)
                .bind("community", community.value())
                .bind("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .then();
    }

    /** The communities that a person takes part in. */
    Mono<List<CommunityId>> communitiesOf(PersonId person) {
        return database.sql(OF_PERSON)
                .bind("person", person.value())
                .map(row -> new CommunityId(Columns.get(row, "community_id", UUID.class)))
                .all()
                .collectList();
    }

    /** All that a person is or was to any community. */
    Mono<List<Membership>> of(PersonId person) {
        return database.sql("select " + COLUMNS + " from membership m where m.person_id = :person")
                .bind("person", person.value())
                .map(Memberships::toMembership)
                .all()
                .collectList();
    }

    /** Forgets all that a person is or was to any community. */
    Mono<Void> forget(PersonId person) {
        return database.sql("delete from membership where person_id = :person")
                .bind("person", person.value())
                .then();
    }

    static Membership toMembership(Readable row) {
        return new Membership(
                new CommunityId(Columns.get(row, "community_id", UUID.class)),
                new PersonId(Columns.get(row, "person_id", UUID.class)),
                Role.of(row.get("role", String.class)).orElse(null),
                row.get("since", Instant.class),
                Role.of(row.get("asked_role", String.class)).orElse(null),
                row.get("asked_at", Instant.class),
                Columns.get(row, "by_rule", Boolean.class),
                Columns.get(row, "declined", Boolean.class),
                Columns.get(row, "version", Long.class));
    }

    private static UUID[] ids(Collection<CommunityId> communities) {
        return communities.stream().map(CommunityId::value).distinct().toArray(UUID[]::new);
    }

    private static <T> T[] array(
            Collection<Membership> memberships, Function<Membership, @Nullable T> field, T[] type) {
        return memberships.stream().map(field).toList().toArray(type);
    }

    private static @Nullable String word(@Nullable Role role) {
        return role == null ? null : role.word();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
