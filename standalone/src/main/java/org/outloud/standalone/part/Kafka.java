package org.outloud.standalone.part;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.outloud.standalone.broker.Broker;
import org.outloud.standalone.process.Launch;
import org.outloud.standalone.process.Part;
import org.outloud.standalone.settings.Settings;

/** The Kafka broker, in a JVM of its own. */
final class Kafka implements Part {

    static final String NAME = "kafka";

    private final Settings settings;
    private final String classPath;
    private final ClassArchive archive;

    Kafka(Settings settings) {
        this.settings = settings;
        Path code = codeSource();
        boolean packaged = !Files.isDirectory(code);
        Path jar = Files.isDirectory(code.resolveSibling("lib"))
                ? code
                : settings.repository().resolve("standalone/target/standalone.jar");
        this.classPath = packaged ? jar.toString() : System.getProperty("java.class.path");
        Path archives = settings.cache().resolve("apps").resolve(NAME + "-" + Fingerprint.of(jar));
        this.archive = new ClassArchive(archives, NAME, packaged && settings.archives());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Kafka";
    }

    @Override
    public int port() {
        return settings.ports().kafka();
    }

    @Override
    public Set<String> after() {
        return Set.of();
    }

    @Override
    public void prepare(Consumer<String> notes) throws IOException {
        Files.createDirectories(data());
        Files.deleteIfExists(Broker.readyFile(data()));
        archive.prepare();
        Cache.spareLauncher(settings.cache().resolve("apps"));
    }

    @Override
    public Launch launch() {
        List<String> options = new ArrayList<>(List.of(
                "-Xms96m",
                "-Xmx256m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.log.kafka.server=info",
                "-Dorg.slf4j.simpleLogger.log.org.outloud=info"));
        options.addAll(archive.options());
        List<String> program = List.of(
                "-cp",
                classPath,
                Broker.class.getName(),
                data().toString(),
                Integer.toString(port()),
                Integer.toString(settings.ports().kafkaController()));
        return new Launch(
                Java.command(options, program),
                Java.ENVIRONMENT,
                settings.home(),
                settings.logs().resolve(NAME + ".log"));
    }

    @Override
    public boolean ready() {
        return Files.exists(Broker.readyFile(data())) && Probe.listens(port());
    }

    @Override
    public void ended() throws IOException {
        archive.keep();
    }

    @Override
    public Duration grace() {
        return archive.grace();
    }

    private Path data() {
        return settings.data().resolve(NAME);
    }

    /** A jar with its libraries beside it; a folder while this module's tests run, and the broker runs with theirs. */
    private static Path codeSource() {
        return Path.of(URI.create(
                Broker.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
