package org.outloud.feed.post;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.AnswerChanged;
import org.outloud.platform.outbox.Owned;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Accepted answers, and of questions without one, that there is none. */
@Repository
class AnswersToldAgain implements Owned {

    private static final String NEXT = """
            select p.id, p.answer_id, p.author_id, a.author_id as answerer, p.version
            from post p left join post a on a.id = p.answer_id
            where p.id > :last and p.in_reply_to is null and (p.kind = 'question' or p.answer_id is not null)
            order by p.id limit 500 for share of p
            """;

    private final DatabaseClient database;

    AnswersToldAgain(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public Mono<Part> after(UUID last) {
        return database.sql(NEXT)
                .bind("last", last)
                .map(AnswersToldAgain::told)
                .all()
                .collectList()
                .filter(page -> !page.isEmpty())
                .map(page -> new Part(page.get(page.size() - 1).postId().value(), page));
    }

    private static AnswerChanged told(Readable row) {
        UUID answer = row.get("answer_id", UUID.class);
        UUID answerer = row.get("answerer", UUID.class);
        return new AnswerChanged(
                new PostId(get(row, "id", UUID.class)),
                answer == null ? null : new PostId(answer),
                new PersonId(get(row, "author_id", UUID.class)),
                answerer == null ? null : new PersonId(answerer),
                get(row, "version", Long.class),
                Instant.now());
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
