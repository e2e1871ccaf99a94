package org.outloud.platform.outbox;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.r2dbc.spi.Row;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outbox as the relay sees it: through one connection of its own, which also holds the lock and listens. */
final class OutboxTable {

    /** Session-level: given back when the connection ends, however it ends. */
    private static final String LOCK = "select pg_try_advisory_lock(7155968, 1)";

    private static final String READ = """
            select seq, id, aggregatetype, aggregateid, type, payload::text, traceparent, created_at, told_again
            from outbox order by seq limit $1
            """;
    private static final String DONE = "delete from outbox where seq = any($1)";

    private final PostgresqlConnection connection;

    OutboxTable(PostgresqlConnection connection) {
        this.connection = connection;
    }

    /** Something was appended; completes or fails only with the connection. */
    Flux<Boolean> appended() {
        return connection.getNotifications().map(notification -> true);
    }

    Mono<Void> listen() {
        return connection
                .createStatement("listen outbox")
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .then();
    }

    Mono<Boolean> tryLock() {
        return connection
                .createStatement(LOCK)
                .execute()
                .flatMap(result -> result.map((row, metadata) -> row.get(0, Boolean.class)))
                .single();
    }

    Mono<List<OutboxRow>> read(int most) {
        return connection
                .createStatement(READ)
                .bind("$1", most)
                .execute()
                .flatMap(result -> result.map((row, metadata) -> toRow(row)))
                .collectList();
    }

    Mono<Void> done(List<OutboxRow> rows) {
        Long[] seqs = rows.stream().map(OutboxRow::seq).toArray(Long[]::new);
        return connection
                .createStatement(DONE)
                .bind("$1", seqs)
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .then();
    }

    private static OutboxRow toRow(Row row) {
        return new OutboxRow(
                get(row, 0, Long.class),
                get(row, 1, UUID.class),
                get(row, 2, String.class),
                get(row, 3, String.class),
                get(row, 4, String.class),
                get(row, 5, String.class),
                optional(row, 6),
                get(row, 7, Instant.class),
                get(row, 8, Boolean.class));
    }

    private static <T> T get(Row row, int column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }

    private static @Nullable String optional(Row row, int column) {
        return row.get(column, String.class);
    }
}
