package org.outloud.feed.guard;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The patterns of the organisation. */
@Repository
class GuardPatterns {

    /** More would make every publication wait for their search. */
    static final int MOST = 50;

    private static final String ALL =
            "select id, name, expression, effect, advice, sample, created_at from guard_pattern order by lower(name), id";
    private static final String ADD = """
            insert into guard_pattern (id, name, expression, effect, advice, sample, created_at)
            select :id, :name, :expression, :effect, :advice, :sample, :createdAt
            where (select count(*) from guard_pattern) < :most
            """;

    private final DatabaseClient database;

    GuardPatterns(DatabaseClient database) {
        this.database = database;
    }

    /** All of them, by name. */
    Mono<List<GuardPattern>> all() {
        return database.sql(ALL).map(GuardPatterns::toPattern).all().collectList();
    }

    /** Keeps another one; false when there are {@link #MOST} already. */
    Mono<Boolean> add(GuardPattern pattern) {
        return database.sql(ADD)
                .bind("id", pattern.id())
                .bind("name", pattern.name())
                .bind("expression", pattern.expression())
                .bind("effect", pattern.effect().word())
                .bind("advice", pattern.advice())
                .bind("sample", pattern.sample())
                .bind("createdAt", pattern.createdAt())
                .bind("most", MOST)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    Mono<Void> remove(UUID id) {
        return database.sql("delete from guard_pattern where id = :id")
                .bind("id", id)
                .then();
    }

    private static GuardPattern toPattern(Readable row) {
        return new GuardPattern(
                Objects.requireNonNull(row.get("id", UUID.class)),
                text(row, "name"),
                text(row, "expression"),
                Effect.of(text(row, "effect")).orElseThrow(),
                text(row, "advice"),
                text(row, "sample"),
                Objects.requireNonNull(row.get("created_at", Instant.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
