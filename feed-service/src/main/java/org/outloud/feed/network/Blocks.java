package org.outloud.feed.network;

import org.outloud.contracts.event.BlockChanged;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who keeps whom at a distance, as the blocks topic tells it. What follows from it is decided in SQL. */
@Repository
class Blocks {

    private static final String KEEP = """
            insert into block (blocker, blocked, version, mutes, blocks)
            values (:blocker, :blocked, :version, :mutes, :blocks)
            on conflict (blocker, blocked) do update
              set version = excluded.version, mutes = excluded.mutes, blocks = excluded.blocks
              where block.version < excluded.version
            """;

    private final DatabaseClient database;

    Blocks(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps what the event says, unless something newer is known. */
    Mono<Void> keep(BlockChanged event) {
        return database.sql(KEEP)
                .bind("blocker", event.blocker().value())
                .bind("blocked", event.blocked().value())
                .bind("version", event.version())
                .bind("mutes", event.mutes())
                .bind("blocks", event.blocks())
                .then();
    }
}
