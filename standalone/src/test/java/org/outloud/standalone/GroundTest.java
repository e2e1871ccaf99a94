package org.outloud.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.outloud.standalone.part.Parts;
import org.outloud.standalone.process.Progress;
import org.outloud.standalone.settings.Settings;
import org.outloud.standalone.settings.Trouble;

/** The real PostgreSQL and the real Kafka, killed. */
@Timeout(120)
class GroundTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Set<String> PARTS = Set.of(Parts.POSTGRES, Parts.KAFKA);

    @TempDir
    static Path home;

    private static Settings settings;
    private static OutloudInstance instance;

    @BeforeAll
    static void start() throws Exception {
        settings = Settings.onFreePorts(Path.of(".."), home);
        instance = OutloudInstance.start(settings, PARTS, new Progress() {});
    }

    @AfterAll
    static void stopAndLookForWhatIsLeft() {
        List<ProcessHandle> processes = instance.processes().stream()
                .flatMap(record -> record.process().stream())
                .toList();
        assertThat(processes).hasSize(PARTS.size());

        instance.close();

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(ProcessHandle.current().descendants()).noneMatch(GroundTest::isOurs);
    }

    @Test
    void whatPostgresAcknowledgedIsThereAfterItWasKilled() throws Exception {
        try (Connection connection = feed();
                Statement statement = connection.createStatement()) {
            assertThat(text(statement, "SHOW fsync")).isEqualTo("on");
            assertThat(text(statement, "SHOW synchronous_commit")).isEqualTo("on");
            statement.execute("CREATE TABLE kept AS SELECT 'still here' AS words");
        }

        instance.kill(Parts.POSTGRES);
        instance.awaitReady(Parts.POSTGRES, LIMIT);

        try (Connection connection = feed();
                Statement statement = connection.createStatement()) {
            assertThat(text(statement, "SELECT words FROM kept")).isEqualTo("still here");
        }
    }

    @Test
    void whatKafkaAcknowledgedIsThereAfterItWasKilled() throws Exception {
        Map<String, Object> connection = Map.of("bootstrap.servers", instance.kafka());
        try (Admin admin = Admin.create(connection)) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
        try (var producer = new KafkaProducer<>(connection, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", "still here")).get(30, TimeUnit.SECONDS);
        }

        instance.kill(Parts.KAFKA);
        instance.awaitReady(Parts.KAFKA, LIMIT);

        try (var consumer = new KafkaConsumer<>(connection, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("kept", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<String> words = new ArrayList<>();
            while (words.isEmpty()) {
                consumer.poll(Duration.ofSeconds(1)).forEach(message -> words.add(message.value()));
            }
            assertThat(words).containsExactly("still here");
        }
    }

    @Test
    void aServicesRoleSeesNoOtherServicesTables() throws Exception {
        assertThatThrownBy(() -> DriverManager.getConnection(
                                instance.jdbcUrl("profile"),
                                "feed",
                                instance.secrets().database())
                        .close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("CONNECT");
    }

    @Test
    void aSecondLauncherInTheSameHomeIsRefusedInOneLine() {
        assertThatThrownBy(() -> OutloudInstance.start(settings, PARTS, new Progress() {}))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("already runs")
                .hasMessageContaining("./outloud down");
    }

    @Test
    void aLauncherWithTakenPortsIsRefusedInOneLine(@TempDir Path other) {
        Settings same = new Settings(settings.repository(), other, settings.cache(), settings.ports(), false, Map.of());

        assertThatThrownBy(() -> OutloudInstance.start(same, PARTS, new Progress() {}))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("is taken")
                .hasMessageNotContaining("\n");
    }

    private static Connection feed() throws SQLException {
        return DriverManager.getConnection(
                instance.jdbcUrl("feed"), "feed", instance.secrets().database());
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static boolean isOurs(ProcessHandle process) {
        String command = process.info().commandLine().orElse("");
        return command.contains(home.toString());
    }
}
