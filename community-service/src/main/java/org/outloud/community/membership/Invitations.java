package org.outloud.community.membership;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.community.person.PersonRef;
import org.outloud.community.sql.Columns;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.platform.paging.Cursor;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Who is asked in where. Whoever no longer works here, or is not there for the viewer, is left out. */
@Repository
class Invitations {

    /**
     * Somebody who is asked in, as the community sees it.
     *
     * @param by who asked; null when that one is gone
     * @param declined whether they said no
     */
    record Sent(
            PersonRef person,
            Role role,
            @Nullable PersonRef by,
            @Nullable String note,
            Instant at,
            boolean declined) {

        Cursor place() {
            return new Cursor.At(at, person.id().value());
        }
    }

    /** The community that somebody is asked into. */
    record Place(
            CommunityId id,
            String slug,
            String name,
            @Nullable String purpose,
            String visibility,
            int members) {}

    /**
     * An invitation, as whoever is asked sees it.
     *
     * @param by who asked; null when that one is gone
     */
    record Received(
            Place community,
            Role role,
            @Nullable PersonRef by,
            @Nullable String note,
            Instant at) {

        @JsonIgnore
        Cursor place() {
            return new Cursor.At(at, community.id().value());
        }
    }

    private static final String BY = """
            (select json_build_object('id', b.id, 'userName', b.user_name, 'displayName', b.display_name,
               'avatar', b.avatar, 'department', b.department)
             from visible_person(:viewer) b where b.id = i.invited_by)::text as by
            """;
    private static final String INVITE = """
            insert into invitation as i (community_id, person_id, role, invited_by, note, invited_at)
            values (:community, :person, :role, :by, :note, :at)
            on conflict (community_id, person_id) do update set role = excluded.role, invited_by = excluded.invited_by,
              note = excluded.note, invited_at = excluded.invited_at, declined_at = null
            where i.declined_at is null or i.declined_at < excluded.invited_at - make_interval(secs => :rest)
            """;
    private static final String WAITING = """
            select count(*) from invitation i
            where i.community_id = :community and i.invited_by = :by and i.declined_at is null
            """;
    private static final String SENT = "select i.role, i.note, i.invited_at, i.declined_at is not null as declined, "
            + PersonRef.COLUMNS + ", " + BY + """
             from invitation i join visible_person(:viewer) p on p.id = i.person_id and p.active
            where i.community_id = :community and (i.invited_at, i.person_id) < (:before, :beforeId)
            order by i.invited_at desc, i.person_id desc limit :most
            """;

    /** Of those who are not there for the viewer nobody hears; whoever was forgotten invited as nobody. */
    private static final String RECEIVED =
            "select c.id, c.slug, c.name, c.purpose, c.visibility, e.size, i.role, i.note, "
                    + "i.invited_at, " + BY + """
             from invitation i join visible_community(:viewer) c on c.id = i.community_id and c.archived_at is null
            join inventory_entry e on e.id = c.id
            where i.person_id = :viewer and i.declined_at is null and (i.invited_at, i.community_id) < (:before, :beforeId)
              and (i.invited_by is null or exists (select from visible_person(:viewer) v where v.id = i.invited_by))
            order by i.invited_at desc, i.community_id desc limit :most
            """;

    private static final String WITHDRAW = """
            delete from invitation i where i.community_id = :community and i.person_id = :person
              and (:all or i.invited_by = :caller)
            """;
    private static final String DECLINE = """
            update invitation set declined_at = :at, note = null
            where community_id = :community and person_id = :person and declined_at is null
            """;
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID LAST = new UUID(-1L, -1L);

    private final DatabaseClient database;
    private final JsonMapper json;

    Invitations(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Asks somebody in, again with other words when they were asked before; false when they declined of late.
     *
     * @param rest how long nobody is asked again who has declined
     */
    Mono<Boolean> invite(Membership person, Role role, PersonId by, @Nullable String note, Duration rest, Instant at) {
        DatabaseClient.GenericExecuteSpec insert = database.sql(INVITE)
                .bind("community", person.community().value())
                .bind("person", person.person().value())
                .bind("role", role.word())
                .bind("by", by.value())
                .bind("rest", rest.toSeconds())
                .bind("at", at);
        return (note == null ? insert.bindNull("note", String.class) : insert.bind("note", note))
                .fetch()
                .rowsUpdated()
                .map(invited -> invited == 1);
    }

    /** How many somebody has asked into a community who have not answered. */
    Mono<Long> waiting(CommunityId community, PersonId by) {
        return database.sql(WAITING)
                .bind("community", community.value())
                .bind("by", by.value())
                .mapValue(Long.class)
                .one();
    }

    /** Those who are asked into a community, the last first. */
    Mono<List<Sent>> of(CommunityId community, PersonId viewer, Cursor.@Nullable At before, int most) {
        return page(SENT, viewer, before, most)
                .bind("community", community.value())
                .map(this::toSent)
                .all()
                .collectList();
    }

    /** Where the viewer is asked in, the last first. */
    Mono<List<Received>> to(PersonId viewer, Cursor.@Nullable At before, int most) {
        return page(RECEIVED, viewer, before, most).map(this::toReceived).all().collectList();
    }

    /**
     * Takes an invitation back; false when there is none.
     *
     * @param all whoever sent it, else only the caller's own
     */
    Mono<Boolean> withdraw(CommunityId community, PersonId person, PersonId caller, boolean all) {
        return database.sql(WITHDRAW)
                .bind("community", community.value())
                .bind("person", person.value())
                .bind("caller", caller.value())
                .bind("all", all)
                .fetch()
                .rowsUpdated()
                .map(gone -> gone == 1);
    }

    /** Says no; the words of who asked are not kept any longer. False when there is no invitation. */
    Mono<Boolean> decline(CommunityId community, PersonId person, Instant at) {
        return database.sql(DECLINE)
                .bind("community", community.value())
                .bind("person", person.value())
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(declined -> declined == 1);
    }

    private DatabaseClient.GenericExecuteSpec page(
            String query, PersonId viewer, Cursor.@Nullable At before, int most) {
        return database.sql(query)
                .bind("viewer", viewer.value())
                .bind("before", before == null ? END_OF_TIME : before.time())
                .bind("beforeId", before == null ? LAST : before.id())
                .bind("most", most);
    }

    private Sent toSent(Readable row) {
        return new Sent(
                PersonRef.of(row),
                Role.of(row.get("role", String.class)).orElseThrow(),
                by(row),
                row.get("note", String.class),
                Columns.get(row, "invited_at", Instant.class),
                Objects.equals(row.get("declined", Boolean.class), true));
    }

    private Received toReceived(Readable row) {
        Place place = new Place(
                new CommunityId(Columns.get(row, "id", UUID.class)),
                Columns.get(row, "slug", String.class),
                Columns.get(row, "name", String.class),
                row.get("purpose", String.class),
                Columns.get(row, "visibility", String.class),
                Columns.get(row, "size", Integer.class));
        return new Received(
                place,
                Role.of(row.get("role", String.class)).orElseThrow(),
                by(row),
                row.get("note", String.class),
                Columns.get(row, "invited_at", Instant.class));
    }

    private @Nullable PersonRef by(Readable row) {
        String by = row.get("by", String.class);
        return by == null ? null : json.readValue(by, PersonRef.class);
    }
}
