package org.outloud.feed.recognition;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.RecognitionChanged;
import org.outloud.platform.outbox.Owned;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Thanks and likes, also those taken back, by post. */
@Repository
class ThanksToldAgain implements Owned {

    private static final String NEXT = """
            select r.post_id, p.root_id, p.author_id, r.person_id, r.kind, r.given, r.version, r.created_at
            from reaction r join post p on p.id = r.post_id
            where r.post_id in (
              select post_id from reaction where post_id > :last group by post_id order by post_id limit 50)
            order by r.post_id, r.person_id, r.kind for share of r
            """;

    private final DatabaseClient database;

    ThanksToldAgain(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "thanks";
    }

    @Override
    public Mono<Part> after(UUID last) {
        return database.sql(NEXT)
                .bind("last", last)
                .map(ThanksToldAgain::told)
                .all()
                .collectList()
                .filter(page -> !page.isEmpty())
                .map(page -> new Part(page.get(page.size() - 1).postId().value(), page));
    }

    private static RecognitionChanged told(Readable row) {
        return new RecognitionChanged(
                new PostId(get(row, "post_id", UUID.class)),
                new PostId(get(row, "root_id", UUID.class)),
                new PersonId(get(row, "author_id", UUID.class)),
                new PersonId(get(row, "person_id", UUID.class)),
                get(row, "kind", String.class),
                get(row, "given", Boolean.class),
                get(row, "version", Long.class),
                get(row, "created_at", Instant.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
