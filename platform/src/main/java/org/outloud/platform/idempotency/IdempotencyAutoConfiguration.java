package org.outloud.platform.idempotency;

import org.outloud.platform.db.Pruning;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

/** Offers {@link Idempotency} to controllers. */
@AutoConfiguration
class IdempotencyAutoConfiguration {

    @Bean
    Idempotency idempotency(DatabaseClient database, ReactiveTransactionManager transactions, JsonMapper json) {
        return new Idempotency(database, TransactionalOperator.create(transactions), json);
    }

    @Bean
    Pruning idempotencyPruning(Idempotency idempotency) {
        return new Pruning("idempotency_key", idempotency::forget);
    }
}
