package org.outloud.feed.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.springframework.stereotype.Component;

/**
 * This instance's open streams and the recent past that they may resume from. Signals come in the order of their offsets
 * from one thread at a time; streams come and go from any.
 */
@Component
class LiveHub {

    /** Signals remembered: some minutes of a busy day. Who was away for longer starts afresh. */
    private static final int MEMORY = 10_000;

    private final Map<PersonId, Set<LiveStream>> streams = new ConcurrentHashMap<>();
    private final Deque<Remembered> past = new ArrayDeque<>();
    private long oldestKnown = -1;
    private long newest = -1;

    LiveHub(MeterRegistry meters) {
        Gauge.builder("outloud.streams.open", this, LiveHub::size).register(meters);
    }

    /** A signal with its place among all. */
    record Remembered(long offset, LiveSignal signal) {}

    /** What a stream that opens has missed. */
    record Missed(boolean tooOld, List<Remembered> signals, long newest) {}

    /** From which offset on this instance has heard everything. */
    synchronized void begin(long offset) {
        if (oldestKnown < 0) {
            oldestKnown = offset;
            newest = offset - 1;
        }
    }

    /** The offset to listen from again after a break; negative before the beginning. */
    synchronized long next() {
        return oldestKnown < 0 ? -1 : newest + 1;
    }

    /** Keeps a signal and answers who is connected at that moment, so that nobody is told twice or not at all. */
    synchronized Collection<PersonId> remember(long offset, LiveSignal signal) {
        past.addLast(new Remembered(offset, signal));
        if (past.size() > MEMORY) {
            oldestKnown = past.removeFirst().offset() + 1;
        }
        newest = offset;
        return List.copyOf(streams.keySet());
    }

    /**
     * Opens a stream; everything later is told to it.
     *
     * @param seen the last change that the client knows of, null when it starts afresh
     */
    synchronized Missed open(LiveStream stream, @Nullable Long seen) {
        streams.computeIfAbsent(stream.person(), person -> ConcurrentHashMap.newKeySet())
                .add(stream);
        if (seen == null) {
            return new Missed(false, List.of(), newest);
        }
        if (oldestKnown < 0 || seen + 1 < oldestKnown) {
            return new Missed(true, List.of(), newest);
        }
        List<Remembered> missed = new ArrayList<>();
        past.stream().filter(signal -> signal.offset() > seen).forEach(missed::add);
        return new Missed(false, missed, newest);
    }

    synchronized void close(LiveStream stream) {
        streams.computeIfPresent(stream.person(), (person, open) -> {
            open.remove(stream);
            return open.isEmpty() ? null : open;
        });
    }

    /** Tells those of the people who are connected here. */
    void tell(Told told) {
        told.people().forEach(person -> streams.getOrDefault(person, Set.of()).forEach(stream -> stream.tell(told)));
    }

    /** Ends all streams of a person. */
    void leave(PersonId person) {
        streams.getOrDefault(person, Set.of()).forEach(LiveStream::end);
    }

    /** How many streams are open. */
    int size() {
        return streams.values().stream().mapToInt(Set::size).sum();
    }
}
