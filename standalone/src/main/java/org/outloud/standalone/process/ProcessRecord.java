package org.outloud.standalone.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What is written down about a process, for commands in other processes and for the next start.
 *
 * @param pid 0 while there is no process
 * @param started when the process began, by which a stranger that got the same number later is told apart
 * @param since when it came into its state
 */
public record ProcessRecord(
        String name, long pid, Instant started, int port, State state, Instant since, StopSignal stopSignal) {

    /** The kernel counts from a boot time that clock adjustments may move a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** A record of this very process. */
    public static ProcessRecord ofThisProcess(String name, State state) {
        ProcessHandle self = ProcessHandle.current();
        Instant started = self.info().startInstant().orElse(Instant.EPOCH);
        return new ProcessRecord(name, self.pid(), started, 0, state, Instant.now(), StopSignal.TERM);
    }

    /** The process, if it still lives and is the one that was recorded. */
    public Optional<ProcessHandle> process() {
        return pid == 0 ? Optional.empty() : ProcessHandle.of(pid).filter(this::isSame);
    }

    /** A process that ended and that nobody asked about yet still has a number and a start, but no program any more. */
    private boolean isSame(ProcessHandle handle) {
        return handle.info().command().isPresent()
                && handle.info()
                        .startInstant()
                        .map(start -> Duration.between(start, started).abs().compareTo(TOLERANCE) <= 0)
                        .orElse(false);
    }

    Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("name", name);
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("started", started.toString());
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("state", state.name());
        properties.setProperty("since", since.toString());
        properties.setProperty("stopSignal", stopSignal.name());
        return properties;
    }

    static ProcessRecord of(Properties properties) {
        return new ProcessRecord(
                properties.getProperty("name", ""),
                Long.parseLong(properties.getProperty("pid", "0")),
                Instant.parse(properties.getProperty("started", Instant.EPOCH.toString())),
                Integer.parseInt(properties.getProperty("port", "0")),
                State.valueOf(properties.getProperty("state", State.STOPPED.name())),
                Instant.parse(properties.getProperty("since", Instant.EPOCH.toString())),
                StopSignal.valueOf(properties.getProperty("stopSignal", StopSignal.TERM.name())));
    }
}
