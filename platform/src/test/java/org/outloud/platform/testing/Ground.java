package org.outloud.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One PostgreSQL and one Kafka for all tests of a JVM; a fresh database for each application context. */
public final class Ground implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "outloud.database.host=localhost",
                        "outloud.database.port=" + database().getPort(),
                        "outloud.database.name=" + freshDatabase(),
                        "outloud.database.user=postgres",
                        "outloud.database.password=postgres",
                        "spring.kafka.bootstrap-servers=" + broker())
                .applyTo(context);
    }

    /** The PostgreSQL of this JVM. */
    public static EmbeddedPostgres database() {
        return PostgresHolder.POSTGRES;
    }

    /** The address of this JVM's Kafka. */
    public static String broker() {
        return KafkaHolder.BROKER;
    }

    private static String freshDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = database().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    private static final class PostgresHolder {
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class KafkaHolder {
        private static final String BROKER = start();

        private static String start() {
            try {
                return TestBroker.start();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
