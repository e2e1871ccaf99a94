package org.outloud.feed.schedule;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.feed.post.PublishPostRequest;
import org.outloud.platform.privacy.Scrub;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Posts that wait, each author's for that author alone. */
@Repository
public class ScheduledPosts {

    private static final String COLUMNS =
            "s.id, s.author_id, s.publish_at, s.failure, s.content::text as content, s.acknowledged";
    private static final String OF =
            "select " + COLUMNS + " from scheduled_post s where s.author_id = :author order by s.publish_at, s.id";
    private static final String ADD = """
            insert into scheduled_post (id, author_id, content, acknowledged, publish_at)
            select :id, :author, :content::jsonb, :acknowledged, :at
            where (select count(*) from scheduled_post s where s.author_id = :author) < :most
            returning id
            """;
    private static final String CHANGE = """
            update scheduled_post s
            set content = :content::jsonb, acknowledged = :acknowledged, publish_at = :at, failure = null,
              plan_of = case when s.plan_of::text = :content::jsonb #>> '{audience,communityId}' then s.plan_of end,
              paused = s.paused and coalesce(s.plan_of::text = :content::jsonb #>> '{audience,communityId}', false)
            where s.id = :id and s.author_id = :author returning s.id
            """;
    private static final String TAKE =
            "delete from scheduled_post s where s.id = :id and s.author_id = :author returning " + COLUMNS;
    private static final String DUE = """
            select s.id from scheduled_post s where s.publish_at <= now() and s.failure is null and not s.paused
            order by s.publish_at, s.id limit :most
            """;
    private static final String TAKE_DUE = """
            delete from scheduled_post s where s.id in (
              select d.id from scheduled_post d
              where d.id = :id and d.publish_at <= now() and d.failure is null and not d.paused for update skip locked)
            returning %s, exists (select from person a where a.id = s.author_id and a.active) as active
            """.formatted(COLUMNS);
    private static final String FAIL =
            "update scheduled_post set failure = :failure where id = :id and publish_at <= now()";
    private static final String NAMING =
            "select " + COLUMNS + " from scheduled_post s where lower(s.content::text) like any(:names) for update";
    private static final String REWORD = "update scheduled_post set content = :content::jsonb where id = :id";

    private final DatabaseClient database;
    private final JsonMapper json;

    ScheduledPosts(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** All of an author's, the next first. */
    Mono<List<Scheduled>> of(PersonId author) {
        return database.sql(OF)
                .bind("author", author.value())
                .map(this::toScheduled)
                .all()
                .collectList();
    }

    /** Keeps one; empty when the author has too many already. */
    Mono<UUID> add(Scheduled post, int most) {
        return write(ADD, post).bind("most", most).mapValue(UUID.class).one();
    }

    /** Keeps one otherwise; empty when there is no such thing. */
    Mono<UUID> change(Scheduled post) {
        return write(CHANGE, post).mapValue(UUID.class).one();
    }

    /** Removes one and answers it; empty when there is no such thing. */
    Mono<Scheduled> take(PersonId author, UUID id) {
        return database.sql(TAKE)
                .bind("id", id)
                .bind("author", author.value())
                .map(this::toScheduled)
                .one();
    }

    /** Some whose moment has come, the longest overdue first. */
    Flux<UUID> due(int most) {
        return database.sql(DUE).bind("most", most).mapValue(UUID.class).all();
    }

    /** Removes one whose moment has come; empty when another instance does so, or its author just did something about it. */
    Mono<Due> takeDue(UUID id) {
        return database.sql(TAKE_DUE)
                .bind("id", id)
                .map(row -> new Due(toScheduled(row), Boolean.TRUE.equals(row.get("active", Boolean.class))))
                .one();
    }

    /** Writes down why one was not published. */
    Mono<Void> fail(UUID id, String failure) {
        return database.sql(FAIL).bind("id", id).bind("failure", failure).then();
    }

    /** Takes a name out of what waits. */
    public Mono<Void> scrub(Scrub scrub) {
        return database.sql(NAMING)
                .bind("names", scrub.patterns())
                .map(this::toScheduled)
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(found -> database.sql(REWORD)
                        .bind("id", found.id())
                        .bind("content", json.writeValueAsString(found.post().reworded(scrub::of)))
                        .then())
                .then();
    }

    private DatabaseClient.GenericExecuteSpec write(String statement, Scheduled post) {
        return database.sql(statement)
                .bind("id", post.id())
                .bind("author", post.author().value())
                .bind("content", json.writeValueAsString(post.post()))
                .bind("acknowledged", post.acknowledged().toArray(UUID[]::new))
                .bind("at", post.publishAt());
    }

    private Scheduled toScheduled(Readable row) {
        return new Scheduled(
                Objects.requireNonNull(row.get("id", UUID.class)),
                new PersonId(Objects.requireNonNull(row.get("author_id", UUID.class))),
                Objects.requireNonNull(row.get("publish_at", Instant.class)),
                row.get("failure", String.class),
                json.readValue(Objects.requireNonNull(row.get("content", String.class)), PublishPostRequest.class),
                Set.of(Objects.requireNonNull(row.get("acknowledged", UUID[].class))));
    }

    /**
     * A post that waits.
     *
     * @param failure the code of the problem that kept it from being published
     * @param acknowledged patterns of the guard that found something harmless, as the author says
     */
    record Scheduled(
            UUID id,
            PersonId author,
            Instant publishAt,
            @Nullable String failure,
            PublishPostRequest post,
            Set<UUID> acknowledged) {}

    /** One whose moment has come, and whether its author still works here. */
    record Due(Scheduled scheduled, boolean active) {}
}
