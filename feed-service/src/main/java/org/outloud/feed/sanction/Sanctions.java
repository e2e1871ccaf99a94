package org.outloud.feed.sanction;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.SuspensionChanged;
import org.outloud.feed.moderation.Line;
import org.outloud.platform.paging.Cursor;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Warnings and suspensions, and who is suspended by all of them together. */
@Repository
class Sanctions {

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private static final String ADD = """
            insert into sanction (id, person_id, by_id, kind, note, until, case_id)
            select :id, p.id, :by, :kind, :note, :until, :case from person p where p.id = :person and p.active
            """;
    private static final String HOLD =
            "select s.id, s.person_id, s.by_id, s.kind, s.state, s.until from sanction s where s.id = :id for update";
    private static final String DECIDE =
            "update sanction set state = :state, decided_at = now(), outcome = :note where id = :id";
    private static final String APPEAL =
            "update sanction set state = 'appealed', appealed_at = now(), appeal = :text where id = :id";
    private static final String RECORD = """
            insert into moderation_audit (actor_id, sanction_id, person_id, decision, note)
            values (:actor, :id, :person, :decision, :note)
            """;

    /** The longest of them counts. */
    private static final String TOGETHER = """
            insert into suspension (person_id, version, suspended, until)
            select :person, 1, count(*) > 0, case when bool_and(s.until is not null) then max(s.until) end
            from sanction s
            where s.person_id = :person and s.kind = 'suspension' and s.state <> 'lifted'
              and (s.until is null or s.until > now())
            on conflict (person_id) do update
              set version = suspension.version + 1, suspended = excluded.suspended, until = excluded.until
            returning version, suspended, until
            """;

    private static final String SAID = """
            s.id, s.kind, s.state, s.note, instant(s.at) as at, instant(s.until) as until,
              instant(s.appealed_at) as "appealedAt", s.appeal, instant(s.decided_at) as "decidedAt", s.outcome,
              s.kind = 'suspension' and s.state <> 'lifted' and (s.until is null or s.until > now()) as "inForce"
            """;
    private static final String PERSON = """
            (select row_to_json(x) from (select q.id, q.user_name as "userName", q.display_name as "displayName", q.avatar,
              q.department from person q where q.id = s.%1$s_id) x)""";
    private static final String ABOUT_WHOM =
            "%s, %s as person, %s as by".formatted(SAID, PERSON.formatted("person"), PERSON.formatted("by"));

    private static final String ALL = """
            select s.id, s.at, (select row_to_json(said)::text from (select %s) said) as said from sanction s
            where (:of::uuid is null or s.person_id = :of) and (s.at, s.id) < (:at, :id)
            order by s.at desc, s.id desc limit :most
            """.formatted(ABOUT_WHOM);
    private static final String WAITING = """
            select s.id, s.appealed_at as at, (select row_to_json(said)::text from (select %s) said) as said from sanction s
            where s.state = 'appealed' and (s.appealed_at, s.id) > (:at, :id)
            order by s.appealed_at, s.id limit :most
            """.formatted(ABOUT_WHOM);
    private static final String OWN = """
            select s.id, s.at, (select row_to_json(said)::text from (select %s) said) as said from sanction s
            where s.person_id = :of and (s.at, s.id) < (:at, :id)
            order by s.at desc, s.id desc limit :most
            """.formatted(SAID);

    private final DatabaseClient database;

    Sanctions(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps it; empty when nobody of that name works here. */
    Mono<Sanction> add(Sanction sanction, String note, @Nullable UUID moderationCase) {
        DatabaseClient.GenericExecuteSpec add = database.sql(ADD)
                .bind("id", sanction.id())
                .bind("person", sanction.person().value())
                .bind("by", sanction.by().value())
                .bind("kind", sanction.kind().word())
                .bind("note", note);
        Instant until = sanction.until();
        add = until == null ? add.bindNull("until", Instant.class) : add.bind("until", until);
        add = moderationCase == null ? add.bindNull("case", UUID.class) : add.bind("case", moderationCase);
        return add.fetch().rowsUpdated().filter(added -> added > 0).thenReturn(sanction);
    }

    Mono<Sanction> hold(UUID id) {
        return database.sql(HOLD).bind("id", id).map(Sanctions::toSanction).one();
    }

    Mono<Void> decide(UUID id, String state, @Nullable String note) {
        return nullable(database.sql(DECIDE).bind("id", id).bind("state", state), note)
                .then();
    }

    Mono<Void> appeal(UUID id, String text) {
        return database.sql(APPEAL).bind("id", id).bind("text", text).then();
    }

    /** Puts on record who decided what about whom. */
    Mono<Void> record(Sanction sanction, PersonId moderator, String decision, @Nullable String note) {
        return nullable(
                        database.sql(RECORD)
                                .bind("actor", moderator.value())
                                .bind("id", sanction.id())
                                .bind("person", sanction.person().value())
                                .bind("decision", decision),
                        note)
                .then();
    }

    /** Works out whether somebody is suspended now. */
    Mono<SuspensionChanged> together(PersonId person) {
        return database.sql(TOGETHER)
                .bind("person", person.value())
                .map(row -> new SuspensionChanged(
                        person,
                        get(row, "suspended", Boolean.class),
                        row.get("until", Instant.class),
                        get(row, "version", Long.class),
                        Instant.now()))
                .one();
    }

    /** All, or those about one person, the latest first. */
    Mono<List<Line>> all(@Nullable PersonId person, Cursor.@Nullable At before, int most) {
        DatabaseClient.GenericExecuteSpec query = before(database.sql(ALL), before);
        return read(person == null ? query.bindNull("of", UUID.class) : query.bind("of", person.value()), most);
    }

    /** Objections that wait, the longest first. */
    Mono<List<Line>> waiting(Cursor.@Nullable At after, int most) {
        return read(
                database.sql(WAITING)
                        .bind("at", after == null ? Instant.EPOCH : after.time())
                        .bind("id", after == null ? new UUID(0, 0) : after.id()),
                most);
    }

    /** Somebody's own, without who decided. */
    Mono<List<Line>> of(PersonId person, Cursor.@Nullable At before, int most) {
        return read(before(database.sql(OWN).bind("of", person.value()), before), most);
    }

    private static DatabaseClient.GenericExecuteSpec before(
            DatabaseClient.GenericExecuteSpec query, Cursor.@Nullable At before) {
        return query.bind("at", before == null ? END_OF_TIME : before.time())
                .bind("id", before == null ? new UUID(-1L, -1L) : before.id());
    }

    private static Mono<List<Line>> read(DatabaseClient.GenericExecuteSpec query, int most) {
        return query.bind("most", most)
                .map(row -> new Line(
                        get(row, "id", UUID.class), get(row, "at", Instant.class), get(row, "said", String.class)))
                .all()
                .collectList();
    }

    private static Sanction toSanction(Readable row) {
        return new Sanction(
                get(row, "id", UUID.class),
                new PersonId(get(row, "person_id", UUID.class)),
                new PersonId(get(row, "by_id", UUID.class)),
                Sanction.Kind.valueOf(get(row, "kind", String.class).toUpperCase(Locale.ROOT)),
                get(row, "state", String.class),
                row.get("until", Instant.class));
    }

    private static DatabaseClient.GenericExecuteSpec nullable(
            DatabaseClient.GenericExecuteSpec statement, @Nullable String note) {
        return note == null ? statement.bindNull("note", String.class) : statement.bind("note", note);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
