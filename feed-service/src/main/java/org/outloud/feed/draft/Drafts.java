package org.outloud.feed.draft;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.privacy.Scrub;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.problem.Stale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Each person's drafts, for that person alone. */
@Repository
public class Drafts {

    /** So many a person; more are a store of something else. */
    static final int MOST = 50;

    private static final String OF = """
            select d.id, d.version, d.content::text as content, d.changed_at from draft d
            where d.person_id = :person order by d.changed_at desc, d.id
            """;
    private static final String VERSION =
            "select d.version from draft d where d.person_id = :person and d.id = :id for update";
    private static final String ADD = """
            insert into draft (person_id, id, content)
            select :person, :id, :content::jsonb
            where (select count(*) from draft d where d.person_id = :person) < :most
            returning id, version, content::text as content, changed_at
            """;
    private static final String CHANGE = """
            update draft set content = :content::jsonb, version = version + 1, changed_at = now()
            where person_id = :person and id = :id
            returning id, version, content::text as content, changed_at
            """;
    private static final String NAMING = """
            select d.person_id, d.id, d.version, d.content::text as content, d.changed_at from draft d
            where lower(d.content::text) like any(:names) for update
            """;
    private static final String REWORD =
            "update draft set content = :content::jsonb, version = version + 1 where person_id = :person and id = :id";

    private final DatabaseClient database;
    private final JsonMapper json;

    Drafts(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** All of a person's, the last changed first. */
    Mono<List<Draft>> of(PersonId person) {
        return database.sql(OF)
                .bind("person", person.value())
                .map(this::toDraft)
                .all()
                .collectList();
    }

    /** Keeps what is written; refuses with 412 when it was changed or posted elsewhere since the version it began from. */
    @Transactional
    public Mono<Draft> keep(PersonId person, UUID id, DraftText text, IfMatch from) {
        return database.sql(VERSION)
                .bind("person", person.value())
                .bind("id", id)
                .mapValue(Long.class)
                .one()
                .flatMap(version -> {
                    from.require(version);
                    return write(CHANGE, person, id, text);
                })
                .switchIfEmpty(Mono.defer(() -> add(person, id, text, from)));
    }

    Mono<Void> discard(PersonId person, UUID id) {
        return database.sql("delete from draft where person_id = :person and id = :id")
                .bind("person", person.value())
                .bind("id", id)
                .then();
    }

    /** Takes a name out of what anybody is writing. */
    public Mono<Void> scrub(Scrub scrub) {
        return database.sql(NAMING)
                .bind("names", scrub.patterns())
                .map(row -> new Owned(Objects.requireNonNull(row.get("person_id", UUID.class)), toDraft(row)))
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(owned -> database.sql(REWORD)
                        .bind("person", owned.person())
                        .bind("id", owned.draft().id())
                        .bind(
                                "content",
                                json.writeValueAsString(owned.draft().content().reworded(scrub::of)))
                        .then())
                .then();
    }

    private Mono<Draft> add(PersonId person, UUID id, DraftText text, IfMatch from) {
        if (from.header() != null) {
            return Mono.error(new Stale());
        }
        return database.sql(ADD)
                .bind("person", person.value())
                .bind("id", id)
                .bind("content", json.writeValueAsString(text))
                .bind("most", MOST)
                .map(this::toDraft)
                .one()
                .switchIfEmpty(Mono.error(() ->
                        Invalid.field("id", "too-many", "At most " + MOST + " drafts: post or discard one of them.")));
    }

    private Mono<Draft> write(String statement, PersonId person, UUID id, DraftText text) {
        return database.sql(statement)
                .bind("person", person.value())
                .bind("id", id)
                .bind("content", json.writeValueAsString(text))
                .map(this::toDraft)
                .one();
    }

    private Draft toDraft(Readable row) {
        return new Draft(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("version", Long.class)),
                Objects.requireNonNull(row.get("changed_at", Instant.class)),
                json.readValue(Objects.requireNonNull(row.get("content", String.class)), DraftText.class));
    }

    /**
     * A draft as it is kept.
     *
     * @param id chosen by the client, unlike any other of its owner's
     */
    record Draft(UUID id, long version, Instant changedAt, DraftText content) {}

    private record Owned(UUID person, Draft draft) {}
}
