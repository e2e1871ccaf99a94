package org.outloud.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * How many events wait in the outbox ({@code outloud.outbox.depth}, counted to a hundred thousand) and for how long the
 * first of them has ({@code outloud.outbox.age}). Every instance tells the same: the table is the service's.
 */
final class OutboxFigures {

    private static final String LOOK = """
            select (select count(*) from (select from outbox limit 100000) o) as depth,
              coalesce((select extract(epoch from now() - created_at) from outbox order by seq limit 1), 0)::float8 as age
            """;

    private final DatabaseClient database;
    private volatile long depth;
    private volatile double age;

    OutboxFigures(DatabaseClient database, MeterRegistry meters) {
        this.database = database;
        Gauge.builder("outloud.outbox.depth", () -> depth).register(meters);
        TimeGauge.builder("outloud.outbox.age", () -> age, TimeUnit.SECONDS).register(meters);
    }

    Mono<Void> look() {
        return database.sql(LOOK).map(this::remember).one().then();
    }

    private boolean remember(Readable row) {
        depth = Objects.requireNonNull(row.get("depth", Long.class));
        age = Objects.requireNonNull(row.get("age", Double.class));
        return true;
    }
}
