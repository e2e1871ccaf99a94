package org.outloud.platform.testing;

import java.io.IOException;
import java.net.ServerSocket;
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
import org.springframework.util.FileSystemUtils;

/**
 * A broker inside the tests' JVM. Not spring-kafka-test's: that one is built against the internals of an older Kafka than
 * the clients that the services run with.
 */
final class TestBroker {

    private static final String CONTROLLER = "CONTROLLER";

    private TestBroker() {}

    /** Starts a broker that ends with the JVM; the address for clients. */
    static String start() throws Exception {
        Path log = Files.createTempDirectory("outloud-test-kafka");
        new Formatter()
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setControllerListenerName(CONTROLLER)
                .setDirectories(List.of(log.toString()))
                .setMetadataLogDirectory(log.toString())
                .run();
        int port = freePort();
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(configuration(log, port, freePort())), Time.SYSTEM);
        server.startup();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, log), "test-broker-shutdown"));
        return "127.0.0.1:" + port;
    }

    private static void stop(KafkaRaftServer server, Path log) {
        server.shutdown();
        server.awaitShutdown();
        FileSystemUtils.deleteRecursively(log.toFile());
    }

    private static Properties configuration(Path log, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("node.id", "1"),
                Map.entry("process.roles", "broker,controller"),
                Map.entry("controller.listener.names", CONTROLLER),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort),
                Map.entry("log.dirs", log.toString()),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("min.insync.replicas", "1"),
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20)),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("auto.create.topics.enable", "false")));
        return properties;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
