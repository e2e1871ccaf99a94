package org.outloud.standalone.part;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.outloud.standalone.process.Part;
import org.outloud.standalone.settings.Ports;
import org.outloud.standalone.settings.Secrets;
import org.outloud.standalone.settings.Settings;

/** All of Outloud, each part after those it needs. */
public final class Parts {

    public static final String POSTGRES = Postgres.NAME;
    public static final String KAFKA = Kafka.NAME;
    public static final String KEYCLOAK = Keycloak.NAME;
    public static final String PROFILE = "profile-service";
    public static final String FEED = "feed-service";
    public static final String COMMUNITY = "community-service";
    public static final String GATEWAY = "gateway";

    /** Names in starting order. */
    public static final List<String> NAMES = List.of(POSTGRES, KAFKA, KEYCLOAK, PROFILE, FEED, COMMUNITY, GATEWAY);

    /** What our own programs need: everything but them. */
    public static final Set<String> GROUND = Set.of(POSTGRES, KAFKA, KEYCLOAK);

    private final Settings settings;
    private final Secrets secrets;
    private final Databases databases;

    public Parts(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
        this.databases = new Databases(settings.ports().postgres(), secrets);
    }

    public List<Part> all() {
        Ports ports = settings.ports();
        return List.of(
                new Postgres(settings, secrets, databases),
                new Kafka(settings),
                new Keycloak(settings, secrets, databases),
                service(PROFILE, ports.profile(), "profile"),
                service(FEED, ports.feed(), "feed"),
                service(COMMUNITY, ports.community(), "community"),
                gateway(ports));
    }

    /** Where a database is, for tools and tests; user name and database have the same name. */
    public String jdbcUrl(String database) {
        return databases.url(database);
    }

    private Part service(String module, int port, String database) {
        return new Service(
                settings,
                module,
                port,
                Set.of(POSTGRES, KAFKA),
                GROUND,
                Map.of(
                        "OUTLOUD_DATABASE_HOST",
                        "127.0.0.1",
                        "OUTLOUD_DATABASE_PORT",
                        Integer.toString(settings.ports().postgres()),
                        "OUTLOUD_DATABASE_NAME",
                        database,
                        "OUTLOUD_DATABASE_USER",
                        database,
                        "OUTLOUD_DATABASE_PASSWORD",
                        secrets.database(),
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                        "127.0.0.1:" + settings.ports().kafka()));
    }

    /** Starts beside everything, since it reaches for the others only when it is asked for something; ends first. */
    private Part gateway(Ports ports) {
        return new Service(
                settings,
                GATEWAY,
                ports.gateway(),
                Set.of(),
                Set.of(PROFILE, FEED, COMMUNITY, KEYCLOAK),
                Map.of(
                        "OUTLOUD_PORT", Integer.toString(ports.gateway()),
                        "OUTLOUD_PROFILE_URL", "http://127.0.0.1:" + ports.profile(),
                        "OUTLOUD_FEED_URL", "http://127.0.0.1:" + ports.feed(),
                        "OUTLOUD_COMMUNITY_URL", "http://127.0.0.1:" + ports.community(),
                        "OUTLOUD_GATEWAY_CLIENT_SECRET", secrets.gatewayClient()));
    }
}
