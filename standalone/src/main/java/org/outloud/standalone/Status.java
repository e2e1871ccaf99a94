package org.outloud.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.outloud.standalone.part.Parts;
import org.outloud.standalone.process.Memory;
import org.outloud.standalone.process.ProcessRecord;
import org.outloud.standalone.process.RunDirectory;
import org.outloud.standalone.process.State;
import org.outloud.standalone.settings.Secrets;
import org.outloud.standalone.settings.Settings;

/** {@code ./outloud status}: exits with 0 when everything is ready, 1 when something is not, 3 when nothing runs. */
final class Status implements Command {

    private static final int NOT_READY = 1;
    private static final int NOT_RUNNING = 3;
    private static final String ROW = "  %-18s %-11s %6s %8s %9s %9s";

    private final Settings settings;
    private final Console console;

    Status(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    @Override
    public int run(List<String> arguments) {
        RunDirectory run = new RunDirectory(settings.run());
        Optional<ProcessRecord> launcher = run.launcher();
        List<ProcessRecord> processes = new ArrayList<>(run.processes());
        processes.sort(Comparator.comparingInt(process -> Parts.NAMES.indexOf(process.name())));
        boolean orphaned = launcher.isEmpty() && processes.stream().anyMatch(Status::lives);
        if (launcher.isEmpty() && !orphaned) {
            console.line("Outloud does not run: ./outloud up starts it.");
            return NOT_RUNNING;
        }
        table(launcher, processes);
        if (orphaned) {
            console.problem("The launcher was killed: ./outloud down ends what is left, ./outloud up starts anew.");
            return NOT_READY;
        }
        new Welcome(settings, Secrets.of(settings.secrets(), System.getenv())).addresses(console);
        return processes.stream().allMatch(process -> lives(process) && process.state() == State.READY) ? 0 : NOT_READY;
    }

    private void table(Optional<ProcessRecord> launcher, List<ProcessRecord> processes) {
        console.heading(ROW.formatted("", "state", "port", "pid", "memory", "up"));
        long total = 0;
        for (ProcessRecord process : processes) {
            total += row(process);
        }
        if (launcher.isPresent()) {
            total += row(launcher.get());
        }
        console.line(ROW.formatted("", "", "", "", mebibytes(total), ""));
        console.line("");
    }

    private long row(ProcessRecord process) {
        Optional<ProcessHandle> handle = process.process();
        boolean launcher = process.name().equals(RunDirectory.LAUNCHER);
        long memory = handle.map(one -> launcher ? Memory.ofOne(one.pid()) : Memory.of(one))
                .orElse(0L);
        console.line(ROW.formatted(
                process.name(),
                handle.isPresent() || process.pid() == 0 ? process.state().shown() : "gone",
                process.port() == 0 ? "" : process.port(),
                process.pid() == 0 ? "" : process.pid(),
                mebibytes(memory),
                handle.isPresent() ? uptime(Duration.between(process.started(), Instant.now())) : ""));
        return memory;
    }

    private static boolean lives(ProcessRecord process) {
        return process.process().isPresent();
    }

    private static String mebibytes(long kibibytes) {
        return (kibibytes >> 10) + " MiB";
    }

    private static String uptime(Duration up) {
        return up.toHours() > 0
                ? "%d:%02d h".formatted(up.toHours(), up.toMinutesPart())
                : "%d:%02d min".formatted(up.toMinutes(), up.toSecondsPart());
    }
}
