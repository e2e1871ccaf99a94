package org.outloud.feed.post;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.event.PostsHandedOver;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Threads that are to be carried from one community to another. */
@Repository
class ThreadMoves {

    /** A move that is not done. */
    record Move(UUID id, UUID from, UUID into, @Nullable String tag, Instant at) {}

    private static final String KEEP = """
            insert into thread_move (id, from_id, into_id, tag, handed_at) values (:id, :from, :into, :tag, :at)
            on conflict (id) do nothing
            """;
    /** Nothing moves to a community that is not known here yet. */
    private static final String OPEN = """
            select m.id, m.from_id, m.into_id, m.tag, m.handed_at from thread_move m
            where not m.done and exists (select from community c where c.id = m.into_id)
            order by m.handed_at, m.id
            """;

    /** The newest first, each thread as a whole, what was taken away included. */
    private static final String STEP = """
            with going as (
              select p.id from post p
              where p.community_id = :from and p.in_reply_to is null
                and (:tag::text is null or (p.tags @> array[:tag]::text[] and p.created_at <= :at))
              order by p.created_at desc, p.id desc limit :most for update skip locked),
            moved as (
              update post p set community_id = :into, version = p.version + 1
              where p.id in (select id from going)
                or (p.in_reply_to is not null and p.root_id in (select id from going))
              returning p.*)
            select %s from moved p
            """.formatted(Said.COLUMNS);

    private static final List<String> WAITING = List.of("""
            update scheduled_post s set content = jsonb_set(s.content, '{audience,communityId}', to_jsonb(:into::text)),
              plan_of = case when s.plan_of = :from then :into else s.plan_of end
            where s.content #>> '{audience,communityId}' = :from::text
            """, """
            update draft d set content = jsonb_set(d.content, '{audience,communityId}', to_jsonb(:into::text)),
              version = d.version + 1
            where d.content #>> '{audience,communityId}' = :from::text
            """);

    /** What began with a tag before the moment may still be on its way into the table. */
    private static final String FINISH = """
            update thread_move set done = true
            where id = :id and tag is not null and handed_at < now() - interval '10 minutes'
            """;

    private final DatabaseClient database;

    ThreadMoves(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> keep(PostsHandedOver event) {
        DatabaseClient.GenericExecuteSpec insert = database.sql(KEEP)
                .bind("id", event.id())
                .bind("from", event.from().value())
                .bind("into", event.into().value())
                .bind("at", event.at());
        return (event.tag() == null ? insert.bindNull("tag", String.class) : insert.bind("tag", event.tag())).then();
    }

    /** The moves that are not done, the oldest first. */
    Mono<List<Move>> open() {
        return database.sql(OPEN).map(ThreadMoves::toMove).all().collectList();
    }

    /** Moves some threads; what they and their comments are now. */
    Mono<List<Said>> step(Move move, int most) {
        DatabaseClient.GenericExecuteSpec step = database.sql(STEP)
                .bind("from", move.from())
                .bind("into", move.into())
                .bind("at", move.at())
                .bind("most", most);
        step = move.tag() == null ? step.bindNull("tag", String.class) : step.bind("tag", move.tag());
        return step.map(Said::of).all().collectList();
    }

    /** What waits to be posted in a community that goes on elsewhere waits to be posted there. */
    Mono<Void> carryWaiting(Move move) {
        return Mono.when(WAITING.stream()
                .map(statement -> database.sql(statement)
                        .bind("from", move.from())
                        .bind("into", move.into())
                        .then())
                .toList());
    }

    Mono<Void> finish(Move move) {
        return database.sql(FINISH).bind("id", move.id()).then();
    }

    private static Move toMove(Readable row) {
        return new Move(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("from_id", UUID.class)),
                Objects.requireNonNull(row.get("into_id", UUID.class)),
                row.get("tag", String.class),
                Objects.requireNonNull(row.get("handed_at", Instant.class)));
    }
}
