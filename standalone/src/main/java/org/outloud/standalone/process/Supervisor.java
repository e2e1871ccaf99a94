package org.outloud.standalone.process;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.outloud.standalone.settings.Trouble;

/**
 * Starts parts in the order of their needs, side by side where they need nothing of each other, keeps them alive, and
 * ends them the other way round.
 */
public final class Supervisor {

    private static final Duration BETWEEN_LOOKS_AT_LOGS = Duration.ofSeconds(15);

    private final Map<String, Keeper> keepers = new LinkedHashMap<>();
    private final Path logs;
    private final ScheduledExecutorService housekeeping =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "outloud-logs"));
    private @Nullable CompletableFuture<Void> stopped;

    /**
     * @param parts each after those it needs
     * @param logs folder whose logs are kept small
     */
    public Supervisor(List<Part> parts, RunDirectory run, Path logs, Progress progress) {
        this.logs = logs;
        for (Part part : parts) {
            List<Keeper> needed = new ArrayList<>();
            for (String name : part.after()) {
                needed.add(keeper(name));
            }
            keepers.put(part.name(), new Keeper(part, needed, run, progress));
        }
    }

    public void start() {
        keepers.values().forEach(Keeper::start);
        long seconds = BETWEEN_LOOKS_AT_LOGS.toSeconds();
        var unused = housekeeping.scheduleWithFixedDelay(
                () -> LogFiles.makeRoomIn(logs), seconds, seconds, TimeUnit.SECONDS);
    }

    /** Done when every part was ready once; fails with {@link Trouble} as soon as one of them never will be. */
    public CompletableFuture<Void> firstReady() {
        CompletableFuture<Void> result = new CompletableFuture<>();
        List<CompletableFuture<Void>> each =
                keepers.values().stream().map(Keeper::firstReady).toList();
        for (CompletableFuture<Void> one : each) {
            var unused = one.exceptionally(problem -> {
                result.completeExceptionally(problem);
                return null;
            });
        }
        var unused = CompletableFuture.allOf(each.toArray(CompletableFuture<?>[]::new))
                .thenRun(() -> result.complete(null));
        return result;
    }

    /** Waits until the part is ready, be it the first time or again. */
    public void awaitReady(String name, Duration limit) throws InterruptedException {
        keeper(name).awaitReady(limit);
    }

    /** Waits until all parts are ready at this moment. */
    public void awaitReady(Duration limit) throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        for (Keeper keeper : keepers.values()) {
            keeper.awaitReady(Duration.between(Instant.now(), end));
        }
    }

    /**
     * Kills a part's process as {@code kill -9} does. It is started again.
     *
     * @return the number of the process that is no more
     */
    public long kill(String name) {
        return keeper(name).kill();
    }

    /** How every part is now, in starting order. */
    public List<ProcessRecord> processes() {
        return keepers.values().stream().map(Keeper::record).toList();
    }

    /** Ends everything in order and waits for it. Calling it again waits for the same end. */
    public void stop() {
        CompletableFuture<Void> end;
        synchronized (this) {
            if (stopped == null) {
                stopped = stopping();
            }
            end = stopped;
        }
        end.join();
    }

    /** Kills everything that is left at once. */
    public void force() {
        keepers.values().forEach(Keeper::letGo);
        keepers.values().forEach(Keeper::force);
    }

    private CompletableFuture<Void> stopping() {
        housekeeping.shutdownNow();
        keepers.values().forEach(Keeper::letGo);
        Map<String, CompletableFuture<Void>> ends = new LinkedHashMap<>();
        List<Keeper> lastFirst = new ArrayList<>(keepers.values());
        Collections.reverse(lastFirst);
        for (Keeper keeper : lastFirst) {
            CompletableFuture<?>[] dependents = lastFirst.stream()
                    .filter(other -> other.part().uses().contains(keeper.part().name()))
                    .map(other -> ends.get(other.part().name()))
                    .toArray(CompletableFuture<?>[]::new);
            ends.put(
                    keeper.part().name(),
                    CompletableFuture.allOf(dependents)
                            .thenRunAsync(
                                    () -> end(keeper),
                                    task -> new Thread(
                                                    task,
                                                    "outloud-end-"
                                                            + keeper.part().name())
                                            .start()));
        }
        return CompletableFuture.allOf(ends.values().toArray(CompletableFuture<?>[]::new));
    }

    private static void end(Keeper keeper) {
        try {
            keeper.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Keeper keeper(String name) {
        Keeper keeper = keepers.get(name);
        if (keeper == null) {
            throw new IllegalArgumentException("No part is called " + name);
        }
        return keeper;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
