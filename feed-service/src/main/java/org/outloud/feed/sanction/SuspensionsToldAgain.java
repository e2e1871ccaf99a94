package org.outloud.feed.sanction;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.SuspensionChanged;
import org.outloud.platform.outbox.Owned;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who is suspended from writing, and who is no longer. */
@Repository
class SuspensionsToldAgain implements Owned {

    private static final String NEXT = """
            select s.person_id, s.suspended, s.until, s.version
            from suspension s where s.person_id > :last order by s.person_id limit 500 for share
            """;

    private final DatabaseClient database;

    SuspensionsToldAgain(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "suspensions";
    }

    @Override
    public Mono<Part> after(UUID last) {
        return database.sql(NEXT)
                .bind("last", last)
                .map(SuspensionsToldAgain::told)
                .all()
                .collectList()
                .filter(page -> !page.isEmpty())
                .map(page -> new Part(page.get(page.size() - 1).person().value(), page));
    }

    private static SuspensionChanged told(Readable row) {
        return new SuspensionChanged(
                new PersonId(get(row, "person_id", UUID.class)),
                get(row, "suspended", Boolean.class),
                row.get("until", Instant.class),
                get(row, "version", Long.class),
                Instant.now());
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
