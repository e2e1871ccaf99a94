package org.outloud.feed.moderation;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.platform.privacy.Scrub;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reports, the cases they make, and the record of what was decided. */
@Repository
public class Cases {

    private static final String AUTHOR = "select p.author_id from readable_post(:viewer) p where p.id = :post";
    private static final String OPEN = """
            insert into moderation_case (id, post_id) values (:id, :post)
            on conflict (post_id) where state not in ('dismissed', 'restored') do nothing
            """;
    private static final String HOLD_OPEN =
            "select c.id from moderation_case c where c.post_id = :post and c.state = 'open' for update";
    private static final String REPORT = """
            insert into report (case_id, reporter_id, reason, detail) values (:case, :reporter, :reason, :detail)
            on conflict (case_id, reporter_id) do nothing
            """;
    private static final String HOLD = """
            select c.post_id, c.state, p.author_id from moderation_case c join post p on p.id = c.post_id
            where c.id = :id for update of c
            """;
    private static final String DECIDE = """
            update moderation_case set state = :state, decided_at = now(),
              note = case when :answers then note else :note end, outcome = case when :answers then :note end
            where id = :id
            """;
    private static final String RECORD = """
            insert into moderation_audit (actor_id, case_id, post_id, decision, note)
            values (:actor, :case, :post, :decision, :note)
            """;
    private static final String APPEAL =
            "update moderation_case set state = 'appealed', appealed_at = now(), appeal = :text where id = :id";

    /** Where people write freely; a name is taken out of all of them. */
    private static final List<String> TEXTS = List.of(
            "moderation_case.note",
            "moderation_case.appeal",
            "moderation_case.outcome",
            "report.detail",
            "moderation_audit.note",
            "sanction.note",
            "sanction.appeal",
            "sanction.outcome");

    private final DatabaseClient database;

    Cases(DatabaseClient database) {
        this.database = database;
    }

    /** A case, held until the transaction ends. */
    record Held(PostId post, PersonId author, String state) {}

    /** Who wrote what somebody may read. */
    Mono<PersonId> authorOf(PostId post, PersonId viewer) {
        return database.sql(AUTHOR)
                .bind("viewer", viewer.value())
                .bind("post", post.value())
                .mapValue(UUID.class)
                .one()
                .map(PersonId::new);
    }

    /** The open case of a post, made when there is none; empty when the post was hidden meanwhile. */
    Mono<UUID> open(PostId post) {
        return database.sql(OPEN)
                .bind("id", UUID.randomUUID())
                .bind("post", post.value())
                .then()
                .then(database.sql(HOLD_OPEN)
                        .bind("post", post.value())
                        .mapValue(UUID.class)
                        .one());
    }

    /** Adds a report to a case; a second one by the same person changes nothing. */
    Mono<Void> report(UUID id, PersonId reporter, Reason reason, @Nullable String detail) {
        return nullable(
                        database.sql(REPORT)
                                .bind("case", id)
                                .bind("reporter", reporter.value())
                                .bind("reason", reason.word()),
                        "detail",
                        detail)
                .then();
    }

    Mono<Held> hold(UUID id) {
        return database.sql(HOLD)
                .bind("id", id)
                .map(row -> new Held(
                        new PostId(get(row, "post_id", UUID.class)),
                        new PersonId(get(row, "author_id", UUID.class)),
                        get(row, "state", String.class)))
                .one();
    }

    /** Settles a case, and puts on record who did. */
    Mono<Void> decide(UUID id, Held held, PersonId moderator, Decision decision, @Nullable String note) {
        return nullable(
                        database.sql(DECIDE)
                                .bind("id", id)
                                .bind("state", decision.state())
                                .bind("answers", decision.answersAppeal()),
                        "note",
                        note)
                .then()
                .then(nullable(
                                database.sql(RECORD)
                                        .bind("actor", moderator.value())
                                        .bind("case", id)
                                        .bind("post", held.post().value())
                                        .bind("decision", decision.word()),
                                "note",
                                note)
                        .then());
    }

    Mono<Void> appeal(UUID id, String text) {
        return database.sql(APPEAL).bind("id", id).bind("text", text).then();
    }

    /** Takes a name out of everything that was written about cases, whoever wrote it. */
    public Mono<Void> scrub(Scrub scrub) {
        return Flux.fromIterable(TEXTS)
                .concatMap(place ->
                        scrub(place.substring(0, place.indexOf('.')), place.substring(place.indexOf('.') + 1), scrub))
                .then();
    }

    private Mono<Void> scrub(String table, String column, Scrub scrub) {
        return database.sql("select id, %2$s from %1$s where lower(%2$s) like any(:names) for update"
                        .formatted(table, column))
                .bind("names", scrub.patterns())
                .map(row -> new Text(get(row, "id", UUID.class), get(row, column, String.class)))
                .all()
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(text -> nullable(
                                database.sql("update %1$s set %2$s = :text where id = :id".formatted(table, column))
                                        .bind("id", text.id()),
                                "text",
                                scrub.of(text.words()))
                        .then())
                .then();
    }

    private record Text(UUID id, String words) {}

    private static DatabaseClient.GenericExecuteSpec nullable(
            DatabaseClient.GenericExecuteSpec statement, String name, @Nullable String value) {
        return value == null ? statement.bindNull(name, String.class) : statement.bind(name, value);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
