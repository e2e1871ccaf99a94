package org.outloud.standalone;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.outloud.standalone.part.Parts;
import org.outloud.standalone.process.Orphans;
import org.outloud.standalone.process.Part;
import org.outloud.standalone.process.ProcessRecord;
import org.outloud.standalone.process.Progress;
import org.outloud.standalone.process.RunDirectory;
import org.outloud.standalone.process.State;
import org.outloud.standalone.process.Supervisor;
import org.outloud.standalone.settings.Secrets;
import org.outloud.standalone.settings.Settings;
import org.outloud.standalone.settings.Trouble;

/**
 * The running system. Nothing of it is global: tests start one of their own on free ports with
 * {@link Settings#onFreePorts(Path, Path)}.
 */
public final class OutloudInstance implements AutoCloseable {

    private static final long LEAST_BYTES = 1L << 30;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration ORPHANS_GRACE = Duration.ofSeconds(10);

    private final Settings settings;
    private final Secrets secrets;
    private final Parts parts;
    private final Supervisor supervisor;
    private final RunDirectory run;
    private final Closeable lock;
    private final List<String> endedOrphans;

    private OutloudInstance(Settings settings, Set<String> names, Progress progress) throws InterruptedException {
        this.settings = settings;
        this.run = new RunDirectory(settings.run());
        this.lock = run.lock().orElseThrow(() -> alreadyRunning(run));
        try {
            run.write(launcher(State.STARTING));
            this.endedOrphans = new Orphans(run, Parts.NAMES).end(ORPHANS_GRACE);
            settings.ports().requireFree();
            requireRoom(settings.home());
            this.secrets = Secrets.of(settings.secrets(), System.getenv());
            this.parts = new Parts(settings, secrets);
            List<Part> chosen = parts.all().stream()
                    .filter(part -> names.contains(part.name()))
                    .toList();
            this.supervisor = new Supervisor(chosen, run, settings.logs(), progress);
        } catch (InterruptedException | RuntimeException e) {
            release();
            throw e;
        }
    }

    /**
     * Starts everything and waits until it is ready.
     *
     * @throws Trouble when it cannot start; nothing is left running then
     */
    public static OutloudInstance start(Settings settings) throws InterruptedException {
        return start(settings, Set.copyOf(Parts.NAMES), new Progress() {});
    }

    /** Starts some parts only, such as {@link Parts#GROUND}, and waits until they are ready. */
    public static OutloudInstance start(Settings settings, Set<String> names, Progress progress)
            throws InterruptedException {
        OutloudInstance instance = new OutloudInstance(settings, names, progress);
        try {
            instance.begin();
            instance.firstReady().get(PATIENCE.toMinutes(), TimeUnit.MINUTES);
            instance.announceReady();
            return instance;
        } catch (ExecutionException e) {
            instance.close();
            throw e.getCause() instanceof Trouble trouble ? trouble : new IllegalStateException(e);
        } catch (TimeoutException e) {
            instance.close();
            throw new Trouble("Outloud did not become ready within " + PATIENCE.toMinutes() + " minutes.", e);
        } catch (InterruptedException e) {
            instance.close();
            throw e;
        }
    }

    /** Claims the home and clears what an earlier launcher left; starts nothing before {@link #begin}. */
    static OutloudInstance claim(Settings settings, Set<String> names, Progress progress) throws InterruptedException {
        return new OutloudInstance(settings, names, progress);
    }

    /** Begins to start, and leaves the waiting to {@link #firstReady}. */
    void begin() {
        supervisor.start();
    }

    /** Done when every part was ready once; fails with {@link Trouble} when one of them cannot start. */
    CompletableFuture<Void> firstReady() {
        return supervisor.firstReady();
    }

    /** Tells other commands that the start is over. */
    void announceReady() {
        run.write(launcher(State.READY));
    }

    /** Where people and clients reach Outloud. */
    public URI gateway() {
        return settings.origin();
    }

    public URI keycloak() {
        return settings.keycloak();
    }

    /** The realm, which is the {@code iss} of tokens. */
    public URI issuer() {
        return settings.issuer();
    }

    /** Bootstrap servers of the broker. */
    public String kafka() {
        return "127.0.0.1:" + settings.ports().kafka();
    }

    /** Where a service's database is ({@code profile}, {@code feed}, {@code community}); its user has the same name. */
    public String jdbcUrl(String database) {
        return parts.jdbcUrl(database);
    }

    public Secrets secrets() {
        return secrets;
    }

    public Settings settings() {
        return settings;
    }

    /**
     * Kills a part's process as {@code kill -9} does; it is started again by itself.
     *
     * @param name one of {@link Parts#NAMES}
     * @return the number of the process that is no more
     */
    public long kill(String name) {
        return supervisor.kill(name);
    }

    /** Waits until a part is ready again. */
    public void awaitReady(String name, Duration limit) throws InterruptedException {
        supervisor.awaitReady(name, limit);
    }

    /** Waits until all parts are ready at the same time. */
    public void awaitReady(Duration limit) throws InterruptedException {
        supervisor.awaitReady(limit);
    }

    /** How every part is now. */
    public List<ProcessRecord> processes() {
        return supervisor.processes();
    }

    /** Processes of an earlier launcher that were ended before this start. */
    List<String> endedOrphans() {
        return endedOrphans;
    }

    /** Ends everything in order. Safe to call more than once and from any thread. */
    @Override
    public void close() {
        supervisor.stop();
        release();
    }

    /** Kills everything that is left. */
    void force() {
        supervisor.force();
    }

    private static Trouble alreadyRunning(RunDirectory run) {
        String pid = run.launcher().map(record -> " (pid " + record.pid() + ")").orElse("");
        return new Trouble("Outloud already runs" + pid + ": ./outloud status shows it, ./outloud down stops it.");
    }

    private static void requireRoom(Path home) {
        try {
            Files.createDirectories(home);
            FileStore store = Files.getFileStore(home);
            if (store.getUsableSpace() < LEAST_BYTES) {
                throw new Trouble("The disk is nearly full: %s has %d MiB left and Outloud wants at least %d."
                        .formatted(home, store.getUsableSpace() >> 20, LEAST_BYTES >> 20));
            }
        } catch (IOException e) {
            throw new Trouble("%s cannot be written: choose another place with OUTLOUD_HOME.".formatted(home), e);
        }
    }

    private static ProcessRecord launcher(State state) {
        return ProcessRecord.ofThisProcess(RunDirectory.LAUNCHER, state);
    }

    private void release() {
        run.remove(RunDirectory.LAUNCHER);
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
