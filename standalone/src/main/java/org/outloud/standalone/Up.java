package org.outloud.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.outloud.standalone.part.Parts;
import org.outloud.standalone.process.ProcessRecord;
import org.outloud.standalone.process.Signals;
import org.outloud.standalone.process.State;
import org.outloud.standalone.settings.Settings;
import org.outloud.standalone.settings.Trouble;

/** {@code ./outloud up}: starts everything, stays to keep it alive, ends it in order when asked to. */
final class Up implements Command {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int INTERRUPTED = 130;

    private final Settings settings;
    private final Console console;
    private final Instant begin = Instant.now();
    private final CompletableFuture<Void> stopRequested = new CompletableFuture<>();
    private volatile @Nullable OutloudInstance instance;

    Up(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    @Override
    public int run(List<String> arguments) throws InterruptedException, ExecutionException {
        Signals.onRequestToStop(this::stopOrForce);
        int exitCode;
        boolean ground = arguments.contains("--ground");
        Set<String> parts = ground ? Parts.GROUND : Set.copyOf(Parts.NAMES);
        try (OutloudInstance claimed = OutloudInstance.claim(settings, parts, new ConsoleProgress(console))) {
            instance = claimed;
            exitCode = stopRequested.isDone() ? INTERRUPTED : stay(claimed, ground);
        }
        console.line("Outloud has stopped.");
        return exitCode;
    }

    private int stay(OutloudInstance claimed, boolean ground) throws InterruptedException, ExecutionException {
        console.heading("Outloud starts in " + settings.home());
        claimed.endedOrphans().forEach(name -> console.note(name, "was left over from an earlier start and is ended"));
        claimed.begin();
        if (!becomesReady(claimed)) {
            return INTERRUPTED;
        }
        Welcome welcome = new Welcome(settings, claimed.secrets());
        if (ground) {
            welcome.printGround(console, sinceBegin());
        } else {
            welcome.print(console, sinceBegin());
        }
        console.line("./outloud down stops everything, and so does Ctrl-C here.");
        claimed.announceReady();
        stopRequested.get();
        return 0;
    }

    /** Answers false when a stop was asked for before. */
    private boolean becomesReady(OutloudInstance started) throws InterruptedException {
        CompletableFuture<Void> ready = started.firstReady();
        CompletableFuture<Object> either = CompletableFuture.anyOf(ready, stopRequested);
        while (true) {
            try {
                either.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                return !stopRequested.isDone();
            } catch (TimeoutException e) {
                console.passing(whatStarts(started.processes()));
            } catch (ExecutionException e) {
                throw trouble(e);
            }
        }
    }

    private String whatStarts(List<ProcessRecord> processes) {
        return processes.stream()
                .filter(process -> process.state() != State.READY && process.state() != State.WAITING)
                .map(process ->
                        process.name() + " " + Console.seconds(Duration.between(process.since(), Instant.now())))
                .collect(Collectors.joining(", ", "  … ", ""));
    }

    private Trouble trouble(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Trouble trouble) {
            return trouble;
        }
        return cause != null && cause.getCause() instanceof Trouble inner
                ? inner
                : new Trouble("The start failed: " + cause, e);
    }

    private void stopOrForce() {
        if (stopRequested.complete(null)) {
            console.line("Stopping; the first stop also writes what makes the next start quicker. Ctrl-C again kills.");
            return;
        }
        console.line("Stopping at once.");
        OutloudInstance running = instance;
        if (running != null) {
            running.force();
        }
        Runtime.getRuntime().halt(INTERRUPTED);
    }

    private Duration sinceBegin() {
        return Duration.between(begin, Instant.now());
    }
}
