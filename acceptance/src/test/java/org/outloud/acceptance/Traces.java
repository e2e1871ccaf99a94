package org.outloud.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.outloud.standalone.OutloudInstance;

/**
 * Where a running system still knows a word: every column of every table of the services' databases, every record of every
 * topic with its key and headers, every log file. The identity provider's own database is not looked at.
 */
record Traces(OutloudInstance system, List<String> words) {

    /** Names of places, such as {@code profile.person} or {@code topic outloud.people}. */
    Set<String> find() {
        Set<String> found = new TreeSet<>();
        for (String database : List.of("profile", "feed", "community")) {
            found.addAll(inTables(database));
        }
        found.addAll(inTopics());
        found.addAll(inLogs());
        return found;
    }

    private Set<String> inTables(String database) {
        Set<String> found = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(
                system.jdbcUrl(database), database, system.secrets().database())) {
            for (String table : tables(connection)) {
                String count = "select count(*) from " + table + " t where lower(t::text) like any(?)";
                try (PreparedStatement statement = connection.prepareStatement(count)) {
                    String[] patterns =
                            words.stream().map(word -> "%" + word + "%").toArray(String[]::new);
                    statement.setArray(1, connection.createArrayOf("text", patterns));
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                        if (rows.getLong(1) > 0) {
                            found.add(database + "." + table);
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection
                .createStatement()
                .executeQuery("select quote_ident(tablename) from pg_tables where schemaname = 'public'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private Set<String> inTopics() {
        Set<String> found = new TreeSet<>();
        Map<String, Object> configuration = Map.of(
                "bootstrap.servers",
                system.kafka(),
                "group.id",
                "traces-" + UUID.randomUUID(),
                "enable.auto.commit",
                "false",
                "auto.offset.reset",
                "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(info -> info.topic().startsWith("outloud."))
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (names(message)) {
                        found.add("topic " + message.topic());
                    }
                });
            }
        }
        return found;
    }

    private boolean names(ConsumerRecord<byte[], byte[]> message) {
        return names(message.key())
                || names(message.value())
                || Stream.of(message.headers().toArray()).anyMatch(header -> names(header.value()));
    }

    private boolean names(byte[] bytes) {
        return bytes != null && names(new String(bytes, StandardCharsets.UTF_8));
    }

    private boolean names(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains);
    }

    private Set<String> inLogs() {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> logs = Files.walk(system.settings().logs())) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                if (names(Files.readString(log, StandardCharsets.ISO_8859_1))) {
                    found.add("log " + log.getFileName());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
