package org.outloud.standalone.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.outloud.standalone.process.Child;
import org.outloud.standalone.process.Launch;
import org.outloud.standalone.process.Part;
import org.outloud.standalone.settings.Secrets;
import org.outloud.standalone.settings.Settings;
import org.outloud.standalone.settings.Trouble;

/**
 * Keycloak with its data in our PostgreSQL. Started without {@code kc.sh}, which stays between us and the JVM and does
 * not pass on that it was killed.
 */
final class Keycloak implements Part {

    static final String NAME = "keycloak";

    private static final List<String> REALM = List.of("outloud-realm.json", "demo/outloud-users-0.json");

    /** As in kc.sh of this version. */
    private static final List<String> AS_KC_SH = List.of(
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");

    private final Settings settings;
    private final Secrets secrets;
    private final Databases databases;

    Keycloak(Settings settings, Secrets secrets, Databases databases) {
        this.settings = settings;
        this.secrets = secrets;
        this.databases = databases;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Keycloak";
    }

    @Override
    public int port() {
        return settings.ports().keycloak();
    }

    @Override
    public Set<String> after() {
        return Set.of(Postgres.NAME);
    }

    @Override
    public void prepare(Consumer<String> notes) throws IOException, InterruptedException {
        Cache.once(distribution(), folder -> make(folder, notes));
        compareOrigin(notes);
        Path imports = distribution().resolve("data/import");
        Files.createDirectories(imports);
        for (String file : REALM) {
            Path source = settings.repository().resolve("deploy/keycloak").resolve(file);
            Files.copy(source, imports.resolve(source.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void settle() throws IOException {
        if (!Files.exists(origin())) {
            Files.writeString(origin(), settings.origin().toString());
        }
    }

    @Override
    public Launch launch() {
        List<String> options = List.of(
                "-Xms64m",
                "-Xmx256m",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:TieredStopAtLevel=1");
        return new Launch(
                command(
                        distribution(),
                        options,
                        "start",
                        "--optimized",
                        "--cache=local",
                        "--import-realm",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port(),
                        "--hostname=" + settings.keycloak()),
                variables(),
                settings.home(),
                log());
    }

    @Override
    public boolean ready() {
        return Probe.answers200(port(), "/realms/outloud/.well-known/openid-configuration");
    }

    @Override
    public Duration grace() {
        return Duration.ofSeconds(15);
    }

    /** The realm is made once, and with it the address to which sign-in leads back. */
    private void compareOrigin(Consumer<String> notes) throws IOException {
        if (Files.exists(origin())) {
            String known = Files.readString(origin());
            if (!known.equals(settings.origin().toString())) {
                notes.accept("sign-in leads to " + known + " still: change client outloud-gateway in "
                        + settings.keycloak() + "/admin, or ./outloud reset");
            }
        }
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(Java.ENVIRONMENT);
        variables.put("KC_DB_URL", databases.url(NAME));
        variables.put("KC_DB_USERNAME", NAME);
        variables.put("KC_DB_PASSWORD", secrets.database());
        variables.put("KC_DB_POOL_INITIAL_SIZE", "1");
        variables.put("KC_DB_POOL_MIN_SIZE", "1");
        variables.put("KC_DB_POOL_MAX_SIZE", "20");
        variables.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        variables.put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
        variables.put("OUTLOUD_ORIGIN", settings.origin().toString());
        variables.put("OUTLOUD_GATEWAY_CLIENT_SECRET", secrets.gatewayClient());
        variables.put("OUTLOUD_HR_CLIENT_SECRET", secrets.hrClient());
        variables.put("OUTLOUD_CLI_ENABLED", "true");
        variables.put("OUTLOUD_DEMO_PASSWORD", "outloud");
        variables.put("OUTLOUD_PASSWORD_LENGTH", "7");
        return variables;
    }

    private void make(Path folder, Consumer<String> notes) throws IOException, InterruptedException {
        notes.accept("unpacking and building it, this once");
        Path zip = settings.repository()
                .resolve("standalone/target/dist/keycloak-quarkus-dist-" + Versions.of(NAME) + ".zip");
        if (!Files.exists(zip)) {
            throw new Trouble("Keycloak is not there yet: run ./outloud up, or mvn -DskipTests package.");
        }
        Archives.unzipInner(zip, folder);
        List<String> build = command(folder, List.of("-Xmx512m"), "build", "--db=postgres");
        int exitCode = Child.run(new Launch(build, Map.of(), settings.home(), log()));
        if (exitCode != 0) {
            throw new Trouble("Keycloak could not be built (exit code %d): ./outloud logs keycloak has the reason."
                    .formatted(exitCode));
        }
    }

    private static List<String> command(Path distribution, List<String> options, String... arguments) {
        List<String> all = new ArrayList<>(options);
        all.addAll(AS_KC_SH);
        all.add("-Dkc.home.dir=" + distribution);
        all.add("-Djboss.server.config.dir=" + distribution.resolve("conf"));
        List<String> program = new ArrayList<>(List.of(
                "-cp",
                distribution.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        program.addAll(List.of(arguments));
        return Java.command(all, program);
    }

    private Path distribution() {
        return settings.cache().resolve("keycloak-" + Versions.of(NAME));
    }

    private Path origin() {
        return settings.data().resolve("origin");
    }

    private Path log() {
        return settings.logs().resolve(NAME + ".log");
    }
}
