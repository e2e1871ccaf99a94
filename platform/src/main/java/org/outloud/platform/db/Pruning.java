package org.outloud.platform.db;

import java.time.Duration;
import java.util.function.Supplier;
import org.outloud.platform.recurring.Recurring;
import reactor.core.publisher.Mono;

/** Forgets, once an hour, what a table keeps only for a while. */
public final class Pruning extends Recurring {

    /** Names the table for the log, and how to forget. */
    public Pruning(String table, Supplier<Mono<Void>> forget) {
        super("Pruning of table " + table, Duration.ofHours(1), forget);
    }
}
