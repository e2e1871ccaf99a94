package org.outloud.feed.live;

import java.util.concurrent.ArrayBlockingQueue;
import org.outloud.contracts.PersonId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** One open stream of one person. A reader too slow for {@link #MOST_WAITING} changes is cut off and resumes. */
final class LiveStream {

    private static final int MOST_WAITING = 1_000;

    private final PersonId person;
    private final Sinks.Many<Told> sink =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_WAITING));

    LiveStream(PersonId person) {
        this.person = person;
    }

    PersonId person() {
        return person;
    }

    synchronized void tell(Told told) {
        if (sink.tryEmitNext(told) == Sinks.EmitResult.FAIL_OVERFLOW) {
            end();
        }
    }

    synchronized void end() {
        sink.tryEmitComplete();
    }

    Flux<Told> told() {
        return sink.asFlux();
    }
}
