package org.outloud.platform.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.event.FollowChanged;
import org.outloud.contracts.event.Topics;
import org.outloud.platform.testing.Ground;
import reactor.core.publisher.Mono;

class ConsumerLagTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void whatAConsumerHasNotReadIsItsLagAlsoWhenItNeverCame() throws Exception {
        String name = "test.lag." + UUID.randomUUID();
        Subscription absent = Subscription.named(name).on(FollowChanged.class, event -> Mono.empty());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Ground.broker()));
                ConsumerLag lag = new ConsumerLag(admin, List.of(absent), meters)) {
            create(admin, Topics.FOLLOWS);
            double before = look(lag, name);
            long end = tell(7);
            assertThat(look(lag, name)).isEqualTo(before + 7);

            TopicPartition partition = new TopicPartition(Topics.FOLLOWS, 0);
            admin.alterConsumerGroupOffsets(name, Map.of(partition, new OffsetAndMetadata(end - 2)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
            double elsewhere = look(lag, name) - 3;
            admin.alterConsumerGroupOffsets(name, Map.of(partition, new OffsetAndMetadata(end + 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
            assertThat(look(lag, name)).isEqualTo(elsewhere);
        }
    }

    private double look(ConsumerLag lag, String consumer) {
        lag.look().block(PATIENCE);
        return meters.get("outloud.consumer.lag")
                .tag("consumer", consumer)
                .gauge()
                .value();
    }

    /** The offset of the last. */
    private static long tell(int messages) throws Exception {
        long last = -1;
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Ground.broker()), new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < messages; i++) {
                last = producer.send(new ProducerRecord<>(Topics.FOLLOWS, 0, "lag", "{}"))
                        .get(30, TimeUnit.SECONDS)
                        .offset();
            }
        }
        return last;
    }

    private static void create(Admin admin, String topic) throws Exception {
        try {
            admin.createTopics(List.of(new NewTopic(topic, 4, (short) 1))).all().get(30, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(TopicExistsException.class);
        }
    }
}
