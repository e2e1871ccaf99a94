package org.outloud.profile.network;

import java.util.UUID;
import org.outloud.platform.outbox.Owned;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who keeps a distance to whom, by blocker; also what ended, at its version. */
@Repository
class BlocksToldAgain implements Owned {

    private static final String NEXT = """
            select f.blocker, f.blocked, f.muted_at is not null as mutes, f.blocked_at is not null as blocks, f.version, now() as at
            from block f
            where f.blocker in (select blocker from block where blocker > :last group by blocker order by blocker limit 50)
            order by f.blocker, f.blocked for share of f
            """;

    private final DatabaseClient database;

    BlocksToldAgain(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "blocks";
    }

    @Override
    public Mono<Part> after(UUID last) {
        return database.sql(NEXT)
                .bind("last", last)
                .map(Blocks::toEvent)
                .all()
                .collectList()
                .filter(page -> !page.isEmpty())
                .map(page -> new Part(page.get(page.size() - 1).blocker().value(), page));
    }
}
