package org.outloud.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import org.outloud.platform.db.Unpooled;
import org.outloud.platform.watch.Look;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.LoggingProducerListener;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

/** Gives every service its outbox and the relay that empties it. */
@AutoConfiguration
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxAutoConfiguration {

    @Bean
    Outbox outbox(DatabaseClient database, JsonMapper json) {
        return new Outbox(database, json);
    }

    @Bean
    ReannounceEndpoint reannounceEndpoint(
            DatabaseClient database,
            ReactiveTransactionManager transactions,
            Outbox outbox,
            ObjectProvider<Owned> owned) {
        return new ReannounceEndpoint(
                database,
                TransactionalOperator.create(transactions),
                outbox,
                owned.orderedStream().toList());
    }

    @Bean
    KafkaTemplate<String, byte[]> eventTemplate(ProducerFactory<String, byte[]> producers) {
        LoggingProducerListener<String, byte[]> failures = new LoggingProducerListener<>();
        // What people wrote does not belong into a log
        failures.setIncludeContents(false);
        KafkaTemplate<String, byte[]> template = new KafkaTemplate<>(producers);
        template.setProducerListener(failures);
        return template;
    }

    @Bean
    Look outboxLook(DatabaseClient database, MeterRegistry meters) {
        return new Look("outbox", new OutboxFigures(database, meters)::look, meters);
    }

    @Bean
    OutboxRelay outboxRelay(
            ConnectionFactory connections,
            KafkaTemplate<String, byte[]> eventTemplate,
            OutboxProperties properties,
            @Value("${spring.application.name}") String service,
            MeterRegistry meters) {
        return new OutboxRelay(Unpooled.of(connections), eventTemplate, properties, service, meters);
    }
}
