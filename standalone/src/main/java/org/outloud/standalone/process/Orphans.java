package org.outloud.standalone.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Processes whose launcher was killed. They are known by number and by the moment they began, so no stranger is hit. */
public final class Orphans {

    private static final int LOOK_MILLIS = 50;

    private final RunDirectory run;
    private final List<String> order;

    /**
     * @param order names in the order in which parts start; they end the other way round
     */
    public Orphans(RunDirectory run, List<String> order) {
        this.run = run;
        this.order = List.copyOf(order);
    }

    /** Those that still live, the first to end first. */
    public List<ProcessRecord> find() {
        return run.processes().stream()
                .filter(record -> record.process().isPresent())
                .sorted(Comparator.comparingInt((ProcessRecord record) -> order.indexOf(record.name()))
                        .reversed())
                .toList();
    }

    /**
     * Ends them one after the other and forgets all records. Must be called under the launcher's lock.
     *
     * @param grace how long each may take before it is killed
     * @return names of those that were ended
     */
    public List<String> end(Duration grace) throws InterruptedException {
        List<String> ended = new ArrayList<>();
        for (ProcessRecord record : find()) {
            if (record.process().isPresent()) {
                end(record, grace);
                ended.add(record.name());
            }
        }
        run.processes().forEach(record -> run.remove(record.name()));
        return ended;
    }

    private static void end(ProcessRecord record, Duration grace) throws InterruptedException {
        record.process().ifPresent(process -> Signals.send(process, record.stopSignal()));
        if (!ends(record, grace)) {
            record.process().ifPresent(ProcessHandle::destroyForcibly);
            ends(record, grace);
        }
    }

    private static boolean ends(ProcessRecord record, Duration limit) throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        while (record.process().isPresent()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return true;
    }
}
