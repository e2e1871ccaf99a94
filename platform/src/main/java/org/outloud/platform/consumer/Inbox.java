package org.outloud.platform.consumer;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Remembers which events a consumer has applied. Recording joins the transaction that applies them. */
final class Inbox {

    private static final String RECORD = """
            insert into inbox (consumer, event_id)
            select :consumer, id from unnest(:ids::uuid[]) as id
            on conflict do nothing
            returning event_id
            """;

    private final DatabaseClient database;

    Inbox(DatabaseClient database) {
        this.database = database;
    }

    /** Records the events; the answer holds those that were not yet there. */
    Mono<Set<UUID>> record(String consumer, Collection<UUID> ids) {
        return database.sql(RECORD)
                .bind("consumer", consumer)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> row.get("event_id", UUID.class))
                .all()
                .collect(Collectors.toSet());
    }

    /** Forgets what is older than any redelivery can be. */
    Mono<Void> forget(Duration age) {
        return database.sql("delete from inbox where applied_at < now() - make_interval(secs => :seconds)")
                .bind("seconds", age.toSeconds())
                .then();
    }
}
