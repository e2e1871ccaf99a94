package org.outloud.community.membership;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.r2dbc.spi.Readable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.community.person.PersonRef;
import org.outloud.community.sql.Columns;
import org.outloud.community.sql.Criteria;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.problem.Invalid;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Those who take part in one community, and those who ask to. Whoever no longer works here, or is not there for the viewer,
 * is in neither list.
 */
@Repository
class Members {

    /**
     * Somebody who takes part.
     *
     * @param ruled whether by rule alone
     * @param byRule the conditions that are true of them, for those who may know
     */
    record Member(
            PersonRef person,
            Role role,
            Instant since,
            @JsonIgnore boolean ruled,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Reason> byRule) {

        Member explained(@Nullable List<Reason> reasons) {
            return new Member(person, role, since, ruled, reasons);
        }

        Cursor place() {
            return new Cursor.Named(role.rank() + " " + since, person.id().value());
        }
    }

    /** Somebody who asks to. */
    record Ask(PersonRef person, Role role, Instant askedAt) {

        Cursor place() {
            return new Cursor.At(askedAt, person.id().value());
        }
    }

    private static final String MEMBERS = "select m.role, m.since, m.by_rule, " + PersonRef.COLUMNS + """
             from membership m join visible_person(:viewer) p on p.id = m.person_id and p.active
            %s
            order by m.rank, m.since, m.person_id limit :most
            """;
    private static final String ASKS = "select m.asked_role, m.asked_at, " + PersonRef.COLUMNS + """
             from membership m join visible_person(:viewer) p on p.id = m.person_id and p.active
            %s
            order by m.asked_at, m.person_id limit :most
            """;

    private final DatabaseClient database;

    Members(DatabaseClient database) {
        this.database = database;
    }

    Mono<Member> find(CommunityId community, PersonId person, PersonId viewer) {
        return of(community, viewer)
                .and("m.role is not null")
                .and("m.person_id = :person", "person", person.value())
                .with("most", 1)
                .on(database, MEMBERS)
                .map(Members::toMember)
                .one();
    }

    /** Stewards first, then facilitators, members, followers; within a role the longest first. */
    Mono<List<Member>> page(CommunityId community, PersonId viewer, Cursor.@Nullable Named after, int most) {
        Criteria criteria = of(community, viewer).and("m.role is not null").with("most", most);
        if (after != null) {
            place(criteria, after);
        }
        return criteria.on(database, MEMBERS).map(Members::toMember).all().collectList();
    }

    private static void place(Criteria criteria, Cursor.Named after) {
        try {
            String[] key = after.key().split(" ", 2);
            criteria.and("(m.rank, m.since, m.person_id) > (:rank, :since, :id)", "rank", Integer.parseInt(key[0]))
                    .with("since", Instant.parse(key[key.length - 1]))
                    .with("id", after.id());
        } catch (NumberFormatException | DateTimeException e) {
            throw Invalid.field("cursor", "bad-cursor", "This cursor belongs to another list.");
        }
    }

    /** The longest waiting first. */
    Mono<List<Ask>> asks(CommunityId community, PersonId viewer, Cursor.@Nullable At after, int most) {
        Criteria criteria = of(community, viewer).and("m.asked_at is not null").with("most", most);
        if (after != null) {
            criteria.and("(m.asked_at, m.person_id) > (:askedAt, :id)", "askedAt", after.time())
                    .with("id", after.id());
        }
        return criteria.on(database, ASKS).map(Members::toAsk).all().collectList();
    }

    private static Criteria of(CommunityId community, PersonId viewer) {
        return new Criteria()
                .and("m.community_id = :community", "community", community.value())
                .with("viewer", viewer.value());
    }

    private static Member toMember(Readable row) {
        return new Member(
                PersonRef.of(row),
                Role.of(row.get("role", String.class)).orElseThrow(),
                Columns.get(row, "since", Instant.class),
                Columns.get(row, "by_rule", Boolean.class),
                null);
    }

    private static Ask toAsk(Readable row) {
        return new Ask(
                PersonRef.of(row),
                Role.of(row.get("asked_role", String.class)).orElseThrow(),
                Columns.get(row, "asked_at", Instant.class));
    }
}
