package org.outloud.feed.post;

import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets for good what was taken away, with the thread below it and all that hangs on it. */
@Repository
public class PurgingPosts {

    /** So many at a time, so that nobody waits for locks. */
    private static final int STEP = 500;

    private static final String GONE = """
            with gone as (
              select p.id from post p where p.deleted_at < :before and p.purged_at is null
              order by p.deleted_at limit :step for update skip locked),
            doomed as (select id from gone union select c.id from post c join gone on gone.id = c.root_id)
            """;
    private static final List<String> HANGS_ON = List.of(
            GONE + "delete from post_edition where post_id in (select id from doomed)",
            GONE + "delete from attachment where post_id in (select id from doomed)",
            GONE + "delete from saved_post where post_id in (select id from doomed)",
            GONE + "delete from reaction where post_id in (select id from doomed)",
            GONE + "delete from post_reader where root_id in (select id from doomed)");

    /** The row stays, empty, so that an import that is repeated does not bring it back. */
    private static final String BLANK = GONE + """
            update post set body = null, body_html = null, doing = null, doing_html = null, learned = null,
              learned_html = null, need = null, need_html = null, link = null, link_removed = null, tags = '{}', mentions = '{}',
              deleted_at = coalesce(deleted_at, now()), purged_at = now()
            where id in (select id from doomed)
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    PurgingPosts(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Forgets what was taken away before a moment. */
    public Mono<Void> purge(Instant before) {
        return Mono.defer(() -> step(before))
                .repeat()
                .takeWhile(some -> some > 0)
                .then();
    }

    /** How many posts it forgot. */
    private Mono<Long> step(Instant before) {
        return Flux.fromIterable(HANGS_ON)
                .concatMap(statement -> run(statement, before))
                .then(run(BLANK, before))
                .as(transaction::transactional);
    }

    private Mono<Long> run(String statement, Instant before) {
        return database.sql(statement)
                .bind("before", before)
                .bind("step", STEP)
                .fetch()
                .rowsUpdated();
    }
}
