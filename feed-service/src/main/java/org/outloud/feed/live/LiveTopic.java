package org.outloud.feed.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.outloud.contracts.event.Topics;
import org.springframework.kafka.core.ConsumerFactory;
import reactor.core.publisher.FluxSink;

/** Reads the live topic's one partition without a group, on the thread that subscribes, until that is cancelled. */
final class LiveTopic {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.LIVE, 0);
    private static final Duration POLL = Duration.ofMillis(500);

    private final ConsumerFactory<String, byte[]> consumers;
    private final LiveHub hub;
    private final Instant since;

    LiveTopic(ConsumerFactory<String, byte[]> consumers, LiveHub hub, Instant since) {
        this.consumers = consumers;
        this.hub = hub;
        this.since = since;
    }

    void read(FluxSink<ConsumerRecord<String, byte[]>> sink) {
        try (Consumer<String, byte[]> kafka = consumers.createConsumer("feed.live-streams", null)) {
            kafka.assign(List.of(PARTITION));
            begin(kafka);
            while (!sink.isCancelled()) {
                kafka.poll(POLL).forEach(sink::next);
            }
        } catch (RuntimeException e) {
            sink.error(e);
        }
    }

    private void begin(Consumer<String, byte[]> kafka) {
        long next = hub.next();
        if (next >= 0) {
            kafka.seek(PARTITION, next);
            return;
        }
        OffsetAndTimestamp from =
                kafka.offsetsForTimes(Map.of(PARTITION, since.toEpochMilli())).get(PARTITION);
        if (from == null) {
            kafka.seekToEnd(List.of(PARTITION));
        } else {
            kafka.seek(PARTITION, from.offset());
        }
        hub.begin(kafka.position(PARTITION));
    }
}
