package org.outloud.standalone.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A process that this one started and answers for. */
public final class Child {

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /** Starts the process; its output goes to its log. */
    public static Child start(Launch launch) throws IOException {
        Files.createDirectories(launch.directory());
        LogFiles.makeRoom(launch.log());
        ProcessBuilder builder = new ProcessBuilder(Sessions.own(launch.command()))
                .directory(launch.directory().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().putAll(launch.environment());
        return new Child(builder.start());
    }

    /**
     * Runs a command that ends by itself.
     *
     * @return its exit code
     * @throws InterruptedException after the command was killed because this thread is to stop
     */
    public static int run(Launch launch) throws IOException, InterruptedException {
        Child child = start(launch);
        try {
            return child.await();
        } finally {
            child.kill();
        }
    }

    public long pid() {
        return process.pid();
    }

    /** When the operating system says that the process began. */
    Instant started() {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Waits for the end and returns the exit code. */
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    boolean await(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks the process to end, and does not wait for it. */
    public void ask(StopSignal signal) {
        Signals.send(process.toHandle(), signal);
    }

    /**
     * Asks the process to end, kills it when it does not within the grace.
     *
     * @return whether it ended by itself
     */
    boolean stop(StopSignal signal, Duration grace) throws InterruptedException {
        ask(signal);
        if (await(grace)) {
            return true;
        }
        kill();
        await();
        return false;
    }

    /** Ends the process at once, and whatever it started. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        killAlone();
    }

    /** As {@code kill -9} does. */
    void killAlone() {
        process.destroyForcibly();
    }
}
