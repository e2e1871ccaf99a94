package org.outloud.standalone.part;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.outloud.standalone.process.Child;
import org.outloud.standalone.process.Launch;
import org.outloud.standalone.process.Part;
import org.outloud.standalone.process.StopSignal;
import org.outloud.standalone.settings.Secrets;
import org.outloud.standalone.settings.Settings;
import org.outloud.standalone.settings.Trouble;

/** PostgreSQL from the binaries of zonky.io, with nothing of its durability given away. */
final class Postgres implements Part {

    static final String NAME = "postgres";

    private final Settings settings;
    private final Secrets secrets;
    private final Databases databases;
    private final Path data;

    Postgres(Settings settings, Secrets secrets, Databases databases) {
        this.settings = settings;
        this.secrets = secrets;
        this.databases = databases;
        this.data = settings.data().resolve(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public int port() {
        return settings.ports().postgres();
    }

    @Override
    public Set<String> after() {
        return Set.of();
    }

    @Override
    public void prepare(Consumer<String> notes) throws IOException, InterruptedException {
        Path programs = Cache.once(programs(), this::unpack);
        Cache.once(data, partial -> initialise(programs, partial, notes));
        requireSameMajorVersion();
        forgetStranger();
    }

    @Override
    public Launch launch() {
        List<String> command = asOrdinaryUser(programs().resolve("bin/postgres"), "-D", data.toString());
        parameters().forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        return new Launch(command, Map.of(), settings.home(), log());
    }

    @Override
    public boolean ready() {
        return databases.answer();
    }

    @Override
    public void settle() throws IOException {
        try {
            databases.create();
        } catch (SQLException e) {
            throw new IOException("databases could not be made: " + e.getMessage(), e);
        }
    }

    @Override
    public StopSignal stopSignal() {
        return StopSignal.INT;
    }

    private Map<String, String> parameters() {
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("port", Integer.toString(port())),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("max_connections", "200"),
                Map.entry("shared_buffers", "128MB"),
                Map.entry("max_wal_size", "512MB"),
                Map.entry("io_workers", "2"),
                Map.entry("log_line_prefix", "%m [%p] %d "),
                // The detail of a broken constraint would put names and addresses into the log
                Map.entry("log_error_verbosity", "terse"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("timezone", "UTC"));
    }

    private Path programs() {
        return settings.cache().resolve("postgresql-" + Versions.of(NAME));
    }

    private Path log() {
        return settings.logs().resolve(NAME + ".log");
    }

    private void unpack(Path folder) throws IOException {
        String resource = "/postgres-%s-%s.txz".formatted(system(), machine());
        try (InputStream txz = Postgres.class.getResourceAsStream(resource)) {
            if (txz == null) {
                throw new Trouble(
                        "There is no PostgreSQL for this system (%s, %s): Linux and macOS on x86-64 or ARM 64 have one."
                                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
            }
            Archives.untarXz(txz, folder);
        }
    }

    /** Sorts by code point on every system, so that an index made here is right elsewhere. */
    private void initialise(Path programs, Path folder, Consumer<String> notes)
            throws IOException, InterruptedException {
        notes.accept("making the database server");
        Path password = Files.createTempFile(settings.home(), "initdb", "");
        try {
            Files.writeString(password, secrets.postgres());
            List<String> command = asOrdinaryUser(
                    programs.resolve("bin/initdb"),
                    "-D",
                    folder.toString(),
                    "--username=" + Databases.ADMINISTRATOR,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
            int exitCode = Child.run(new Launch(command, Map.of(), settings.home(), log()));
            if (exitCode != 0) {
                throw new Trouble(
                        "PostgreSQL could not make its data directory (exit code %d): ./outloud logs postgres has the reason."
                                .formatted(exitCode));
            }
        } finally {
            Files.delete(password);
        }
    }

    private void requireSameMajorVersion() throws IOException {
        String made = Files.readString(data.resolve("PG_VERSION")).strip();
        String wanted = Versions.of(NAME).replaceAll("\\..*", "");
        if (!made.equals(wanted)) {
            throw new Trouble(
                    "The data was made by PostgreSQL %s and this is %s: dump it with the old one, or ./outloud reset."
                            .formatted(made, wanted));
        }
    }

    /** After a crash or a restart of the machine the old number in the lock file may be some other program's by now. */
    private void forgetStranger() throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        String pid = Files.readAllLines(lock).stream().findFirst().orElse("").strip();
        boolean ours = ProcessHandle.of(Long.parseLong(pid))
                .flatMap(process -> process.info().command())
                .map(command -> command.endsWith("/postgres"))
                .orElse(false);
        if (!ours) {
            Files.delete(lock);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody in particular. */
    private static List<String> asOrdinaryUser(Path program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static String system() {
        return System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    }

    private static String machine() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "unknown";
        };
    }
}
