package org.outloud.platform.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.outloud.contracts.event.Topics;
import org.outloud.platform.db.Pruning;
import org.outloud.platform.watch.Look;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

/** Listens to every {@link Subscription} of the service, and keeps the topics there are. */
@AutoConfiguration
@EnableConfigurationProperties(TopicProperties.class)
class ConsumerAutoConfiguration {

    private static final int PARTITIONS = 4;
    private static final List<String> COMPACTED = List.of(
            Topics.PEOPLE,
            Topics.ERASURES,
            Topics.FOLLOWS,
            Topics.BLOCKS,
            Topics.SUSPENSIONS,
            Topics.POSTS,
            Topics.RECOGNITION,
            Topics.COMMUNITIES,
            Topics.MEMBERSHIPS,
            Topics.GROUPS);
    private static final Duration LONGER_THAN_ANY_REDELIVERY = Duration.ofDays(14);

    @Bean
    KafkaAdmin.NewTopics topics(TopicProperties properties) {
        return new KafkaAdmin.NewTopics(Stream.concat(
                        COMPACTED.stream().map(topic -> compacted(topic, properties.compactionLag())),
                        Stream.of(
                                kept(Topics.LIVE, Duration.ofHours(1)),
                                kept(Topics.ASKS, Duration.ofDays(1)),
                                kept(Topics.EXPORTS, Duration.ofDays(1)),
                                kept(Topics.DEAD_LETTERS, Duration.ofDays(30))))
                .toArray(NewTopic[]::new));
    }

    @Bean
    CompactionNudge compactionNudge(KafkaTemplate<String, byte[]> eventTemplate, TopicProperties properties) {
        return new CompactionNudge(
                eventTemplate, COMPACTED, PARTITIONS, properties.compactionLag().dividedBy(2));
    }

    @Bean
    Applying applying(DatabaseClient database, ReactiveTransactionManager transactions, JsonMapper json) {
        return new Applying(new Inbox(database), TransactionalOperator.create(transactions), json);
    }

    @Bean
    SubscriptionRunner subscriptionRunner(
            ConsumerFactory<String, byte[]> consumers,
            ObjectProvider<Subscription> subscriptions,
            Applying applying,
            KafkaTemplate<String, byte[]> eventTemplate,
            MeterRegistry meters) {
        List<Subscription> all = subscriptions.orderedStream().toList();
        return new SubscriptionRunner(consumers, all, applying, new DeadLetters(eventTemplate), meters);
    }

    @Bean
    ConsumerLag consumerLag(KafkaAdmin kafka, ObjectProvider<Subscription> subscriptions, MeterRegistry meters) {
        return new ConsumerLag(
                Admin.create(kafka.getConfigurationProperties()),
                subscriptions.orderedStream().toList(),
                meters);
    }

    @Bean
    Look consumerLagLook(ConsumerLag consumerLag, MeterRegistry meters) {
        return new Look("consumers", consumerLag::look, meters);
    }

    @Bean
    DeadLettersEndpoint deadLettersEndpoint(
            ConsumerFactory<String, byte[]> consumers, ObjectProvider<Subscription> subscriptions, Applying applying) {
        return new DeadLettersEndpoint(
                new DeadLetterReplay(consumers, subscriptions.orderedStream().toList(), applying));
    }

    @Bean
    Pruning inboxPruning(DatabaseClient database) {
        Inbox inbox = new Inbox(database);
        return new Pruning("inbox", () -> inbox.forget(LONGER_THAN_ANY_REDELIVERY));
    }

    private static NewTopic compacted(String name, Duration lag) {
        return TopicBuilder.name(name)
                .partitions(PARTITIONS)
                .compact()
                .config(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, String.valueOf(lag.toMillis()))
                .build();
    }

    private static NewTopic kept(String name, Duration age) {
        return TopicBuilder.name(name)
                .partitions(1)
                .config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(age.toMillis()))
                .config(TopicConfig.SEGMENT_MS_CONFIG, String.valueOf(age.toMillis()))
                .build();
    }
}
