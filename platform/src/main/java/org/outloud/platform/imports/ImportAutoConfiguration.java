package org.outloud.platform.imports;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

/** Opens the import path of a service that has an {@link ImportFormat}. */
@AutoConfiguration
@ConditionalOnBean(ImportFormat.class)
@EnableConfigurationProperties(ImportProperties.class)
class ImportAutoConfiguration {

    @Bean
    ImportRunner importRunner(
            DatabaseClient database,
            List<ImportFormat> formats,
            ReactiveTransactionManager transactions,
            JsonMapper json) {
        return new ImportRunner(new ImportJobs(database), formats, TransactionalOperator.create(transactions), json);
    }

    @Bean
    ReceivingImports receivingImports(
            DatabaseClient database, ImportRunner runner, ImportProperties properties, JsonMapper json) {
        return new ReceivingImports(new ImportJobs(database), runner, json, properties.idDigit());
    }

    @Bean
    ImportController importController(DatabaseClient database, List<ImportFormat> formats, ReceivingImports receiving) {
        return new ImportController(formats, receiving, new ImportJobs(database));
    }

    @Bean
    Imports imports(DatabaseClient database, List<ImportFormat> formats, ReceivingImports receiving) {
        return new Imports(formats, receiving, new ImportJobs(database));
    }
}
