package org.outloud.standalone.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.outloud.standalone.settings.Settings;
import org.outloud.standalone.settings.Trouble;

/** One of our own Spring Boot programs, started from its unpacked jar. */
final class Service implements Part {

    private final Settings settings;
    private final String module;
    private final int port;
    private final Set<String> after;
    private final Set<String> uses;
    private final Map<String, String> environment;

    /**
     * @param module also the name of the part
     * @param uses parts that outlive this one
     */
    Service(
            Settings settings,
            String module,
            int port,
            Set<String> after,
            Set<String> uses,
            Map<String, String> environment) {
        this.settings = settings;
        this.module = module;
        this.port = port;
        this.after = Set.copyOf(after);
        this.uses = Set.copyOf(uses);
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String name() {
        return module;
    }

    @Override
    public String title() {
        return module;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Set<String> after() {
        return after;
    }

    @Override
    public Set<String> uses() {
        return uses;
    }

    @Override
    public void prepare(Consumer<String> notes) throws IOException, InterruptedException {
        if (!Files.exists(jar())) {
            throw new Trouble("%s is not built: run ./outloud up, or mvn -DskipTests package.".formatted(module));
        }
        Cache.once(folder(), this::unpack);
        archive().prepare();
    }

    @Override
    public Launch launch() {
        List<String> options = new ArrayList<>(List.of("-Xms48m", "-Xmx224m", "-XX:MaxDirectMemorySize=96m"));
        options.addAll(archive().options());
        List<String> program = List.of("-jar", folder().resolve(module + ".jar").toString());
        return new Launch(Java.command(options, program), variables(), settings.home(), log());
    }

    @Override
    public boolean ready() {
        return Probe.answers200(port, "/actuator/health/readiness");
    }

    @Override
    public void ended() throws IOException {
        archive().keep();
    }

    @Override
    public Duration grace() {
        return archive().grace();
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(Java.ENVIRONMENT);
        variables.put("SERVER_PORT", Integer.toString(port));
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "5s");
        variables.put("OUTLOUD_ISSUER", settings.issuer().toString());
        variables.put("OUTLOUD_ORIGIN", settings.origin().toString());
        variables.putAll(environment);
        variables.putAll(settings.serviceEnvironment());
        return variables;
    }

    private void unpack(Path folder) throws IOException, InterruptedException {
        List<String> command = Java.command(
                List.of("-Djarmode=tools", "-XX:TieredStopAtLevel=1"),
                List.of("-jar", jar().toString(), "extract", "--force", "--destination", folder.toString()));
        int exitCode = Child.run(new Launch(command, Map.of(), settings.home(), log()));
        if (exitCode != 0) {
            throw new Trouble("%s is no program that starts (exit code %d): build it again with mvn clean package."
                    .formatted(jar(), exitCode));
        }
    }

    private ClassArchive archive() {
        return new ClassArchive(folder(), module, settings.archives());
    }

    private Path jar() {
        return settings.repository().resolve(module).resolve("target").resolve(module + ".jar");
    }

    private Path folder() {
        return settings.cache().resolve("apps").resolve(module + "-" + Fingerprint.of(jar()));
    }

    private Path log() {
        return settings.logs().resolve(module + ".log");
    }
}
