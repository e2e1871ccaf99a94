package org.outloud.community.person;

import org.outloud.contracts.event.BlockChanged;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who blocked whom, as the blocks topic tells it. What follows from it is decided in SQL, by {@code visible_person}. */
@Repository
class Blocks {

    private static final String KEEP = """
            insert into block (blocker, blocked, version, blocks) values (:blocker, :blocked, :version, :blocks)
            on conflict (blocker, blocked) do update set version = excluded.version, blocks = excluded.blocks
            where block.version < excluded.version
            """;

    private final DatabaseClient database;

    Blocks(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps what is told, unless something newer is known. */
    Mono<Void> keep(BlockChanged told) {
        return database.sql(KEEP)
                .bind("blocker", told.blocker().value())
                .bind("blocked", told.blocked().value())
                .bind("version", told.version())
                .bind("blocks", told.blocks())
                .then();
    }
}
