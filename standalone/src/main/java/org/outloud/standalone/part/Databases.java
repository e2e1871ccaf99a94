package org.outloud.standalone.part;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.outloud.standalone.settings.Secrets;

/** One database for each that keeps data, owned by a role of the same name that may do nothing else. */
final class Databases {

    static final String ADMINISTRATOR = "postgres";

    private static final List<String> NAMES = List.of("profile", "feed", "community", "keycloak");
    private static final String SECONDS = "10";

    private final int port;
    private final Secrets secrets;

    Databases(int port, Secrets secrets) {
        this.port = port;
        this.secrets = secrets;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    boolean answer() {
        try (Connection connection = connect()) {
            return connection.isValid(Integer.parseInt(SECONDS));
        } catch (SQLException e) {
            return false;
        }
    }

    /** Makes the roles and databases that are missing. */
    void create() throws SQLException {
        try (Connection connection = connect()) {
            for (String name : NAMES) {
                if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
                    run(
                            connection,
                            "SELECT format('CREATE ROLE %I LOGIN PASSWORD %L', ?, ?)",
                            name,
                            secrets.database());
                }
                if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                    run(connection, "SELECT format('CREATE DATABASE %I OWNER %I', ?, ?)", name, name);
                }
                run(connection, "SELECT format('REVOKE ALL ON DATABASE %I FROM %s', ?, ?)", name, "PUBLIC");
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", ADMINISTRATOR);
        properties.setProperty("password", secrets.postgres());
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        return DriverManager.getConnection(url("postgres"), properties);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Lets the server quote the words, then runs what it wrote. */
    private static void run(Connection connection, String format, String first, String second) throws SQLException {
        String command;
        try (PreparedStatement statement = connection.prepareStatement(format)) {
            statement.setString(1, first);
            statement.setString(2, second);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                command = rows.getString(1);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
