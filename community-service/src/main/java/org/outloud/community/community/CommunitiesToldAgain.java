package org.outloud.community.community;

import java.time.Instant;
import java.util.UUID;
import org.outloud.platform.outbox.Owned;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All communities that are hosted here. */
@Repository
class CommunitiesToldAgain implements Owned {

    private static final String NEXT = """
            select id, slug, name, domain, purpose, practice, rhythm, norms, visibility, parent_id, created_at,
              archived_at, version
            from community where id > :last order by id limit 500 for share
            """;

    private final DatabaseClient database;

    CommunitiesToldAgain(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "communities";
    }

    @Override
    public Mono<Part> after(UUID last) {
        return database.sql(NEXT)
                .bind("last", last)
                .map(Communities::toCommunity)
                .all()
                .collectList()
                .filter(page -> !page.isEmpty())
                .map(page -> new Part(
                        page.get(page.size() - 1).id().value(),
                        page.stream()
                                .map(community -> community.toEvent(Instant.now()))
                                .toList()));
    }
}
