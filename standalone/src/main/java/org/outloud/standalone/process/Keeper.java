package org.outloud.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.outloud.standalone.settings.Trouble;

/** Keeps one part alive: starts it after those it needs, starts it again when it dies, ends it when told to. */
final class Keeper {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);
    private static final Duration GRACE_WHILE_STARTING = Duration.ofSeconds(3);
    private static final int FIRST_TRIES = 3;

    private final Part part;
    private final List<Keeper> needed;
    private final RunDirectory run;
    private final Progress progress;
    private final Thread thread;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();

    private State state = State.WAITING;
    private Instant since = Instant.now();
    private @Nullable Child child;
    private boolean stopping;

    Keeper(Part part, List<Keeper> needed, RunDirectory run, Progress progress) {
        this.part = part;
        this.needed = List.copyOf(needed);
        this.run = run;
        this.progress = progress;
        this.thread = new Thread(this::live, "outloud-" + part.name());
    }

    Part part() {
        return part;
    }

    /** Done when the part was ready once; fails with {@link Trouble} when it never will be. */
    CompletableFuture<Void> firstReady() {
        return firstReady;
    }

    void start() {
        thread.start();
    }

    synchronized ProcessRecord record() {
        Child current = child;
        return new ProcessRecord(
                part.name(),
                current == null ? 0 : current.pid(),
                current == null ? Instant.EPOCH : current.started(),
                part.port(),
                state,
                since,
                part.stopSignal());
    }

    /** Kills the process as {@code kill -9} does; the part is not ready from this moment on. */
    synchronized long kill() {
        Child current = child;
        if (current == null || !current.alive()) {
            throw new IllegalStateException(part.name() + " has no process");
        }
        enter(State.RESTARTING);
        current.killAlone();
        return current.pid();
    }

    synchronized void awaitReady(Duration limit) throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        while (state != State.READY) {
            long left = Duration.between(Instant.now(), end).toMillis();
            if (left <= 0 || state == State.FAILED || state == State.STOPPED) {
                throw new IllegalStateException(part.name() + " is " + state.shown() + ", not ready");
            }
            wait(left);
        }
    }

    /** From now on the part is not started again. Its process still runs until {@link #end}. */
    synchronized void letGo() {
        stopping = true;
        thread.interrupt();
    }

    /** Ends the process, with all the time it is given to end well. Call {@link #letGo} first. */
    void end() throws InterruptedException {
        thread.join();
        Child current;
        boolean served;
        synchronized (this) {
            current = child;
            served = state == State.READY;
            enter(State.STOPPING);
        }
        Instant begin = Instant.now();
        if (current != null) {
            Duration grace = served ? part.grace() : GRACE_WHILE_STARTING;
            boolean well = current.alive() && current.stop(part.stopSignal(), grace);
            if (served && well) {
                tellPart();
            }
            progress.stopped(part, Duration.between(begin, Instant.now()));
        }
        synchronized (this) {
            child = null;
            enter(State.STOPPED);
        }
        run.remove(part.name());
    }

    private void tellPart() {
        try {
            part.ended();
        } catch (IOException e) {
            progress.note(part, "ended, but: " + e.getMessage());
        }
    }

    synchronized void force() {
        Child current = child;
        if (current != null) {
            current.kill();
        }
    }

    private void live() {
        try {
            for (Keeper other : needed) {
                other.firstReady.get();
            }
            keepAlive();
        } catch (InterruptedException e) {
            firstReady.completeExceptionally(e);
        } catch (ExecutionException e) {
            firstReady.completeExceptionally(e.getCause() == null ? e : e.getCause());
        } catch (Trouble e) {
            become(State.FAILED);
            firstReady.completeExceptionally(e);
        } catch (UncheckedIOException e) {
            firstReady.completeExceptionally(new Trouble(part.title() + " cannot be kept: " + e.getMessage(), e));
        }
    }

    private void keepAlive() throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        int tries = 0;
        while (!isStopping()) {
            Instant begin = Instant.now();
            String end = once(begin);
            if (isStopping()) {
                return;
            }
            become(State.RESTARTING);
            if (!firstReady.isDone() && ++tries == FIRST_TRIES) {
                throw new Trouble(
                        "%s does not start: %s (./outloud logs %s)".formatted(part.title(), end, part.name()));
            }
            if (Duration.between(begin, Instant.now()).compareTo(STEADY) > 0) {
                pause = FIRST_PAUSE;
            }
            progress.died(part, end, pause);
            Thread.sleep(pause.toMillis());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /** One life of the process, from its start to its end. Answers how it ended. */
    private String once(Instant begin) throws InterruptedException {
        try {
            Child started = startOnce();
            if (becomesReady(started)) {
                part.settle();
                progress.ready(part, Duration.between(begin, Instant.now()));
                become(State.READY);
                firstReady.complete(null);
            }
            int exitCode = started.await();
            String words = LogFiles.lastWords(part.launch().log());
            return words.isEmpty() || exitCode > 128 ? "exit code " + exitCode : words;
        } catch (IOException e) {
            force();
            return String.valueOf(e.getMessage());
        }
    }

    private Child startOnce() throws IOException, InterruptedException {
        become(State.PREPARING);
        part.prepare(words -> progress.note(part, words));
        Launch launch = part.launch();
        synchronized (this) {
            if (stopping) {
                throw new InterruptedException();
            }
            Child started = Child.start(launch);
            child = started;
            enter(State.STARTING);
            return started;
        }
    }

    private boolean becomesReady(Child started) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (part.ready()) {
                return true;
            }
            if (started.await(POLL)) {
                return false;
            }
        }
        started.kill();
        return false;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private synchronized void become(State next) {
        if (!stopping) {
            enter(next);
        }
    }

    private synchronized void enter(State next) {
        state = next;
        since = Instant.now();
        run.write(record());
        notifyAll();
    }
}
