package org.outloud.standalone.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A single-node KRaft broker that is its own controller and keeps its data. */
public final class Broker {

    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    private Broker() {}

    /** The file that is there while the broker serves. */
    public static Path readyFile(Path data) {
        return data.resolve("ready");
    }

    /**
     * Runs the broker until this process is told to end.
     *
     * @param arguments data folder, port for clients, port for the controller
     */
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        Path log = data.resolve("log");
        format(log);
        Properties properties = new Properties();
        properties.putAll(configuration(log, arguments[1], arguments[2]));
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(server, data), "broker-shutdown"));
        server.startup();
        Files.writeString(readyFile(data), "");
        server.awaitShutdown();
    }

    private static void shutDown(KafkaRaftServer server, Path data) {
        try {
            Files.deleteIfExists(readyFile(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    private static void format(Path log) throws Exception {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(log);
        new Formatter()
                .setNodeId(NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setControllerListenerName(CONTROLLER)
                .setDirectories(List.of(log.toString()))
                .setMetadataLogDirectory(log.toString())
                .run();
    }

    /** Everything a cluster would keep three times is kept once, and everything sized for a rack fits a laptop. */
    private static Map<String, String> configuration(Path log, String port, String controllerPort) {
        String one = "1";
        String few = "4";
        return Map.ofEntries(
                Map.entry("node.id", Integer.toString(NODE)),
                Map.entry("process.roles", "broker,controller"),
                Map.entry("controller.listener.names", CONTROLLER),
                Map.entry("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("log.dirs", log.toString()),
                Map.entry("default.replication.factor", one),
                Map.entry("min.insync.replicas", one),
                Map.entry("offsets.topic.replication.factor", one),
                Map.entry("offsets.topic.num.partitions", few),
                Map.entry("transaction.state.log.replication.factor", one),
                Map.entry("transaction.state.log.min.isr", one),
                Map.entry("transaction.state.log.num.partitions", few),
                Map.entry("share.coordinator.state.topic.replication.factor", one),
                Map.entry("share.coordinator.state.topic.min.isr", one),
                Map.entry("share.coordinator.state.topic.num.partitions", few),
                Map.entry("num.partitions", few),
                Map.entry("broker.heartbeat.interval.ms", "1000"),
                Map.entry("broker.session.timeout.ms", "4000"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20)),
                Map.entry("log.segment.bytes", Integer.toString(64 << 20)),
                Map.entry("log.index.size.max.bytes", Integer.toString(1 << 20)),
                Map.entry("log.retention.hours", "168"),
                Map.entry("auto.create.topics.enable", "false"));
    }
}
