package org.outloud.platform.outbox;

import java.util.List;
import java.util.UUID;
import org.outloud.contracts.event.Event;
import reactor.core.publisher.Mono;

/** State of one kind that this service owns, and that others keep copies of. Declared as a bean, it can be told again. */
public interface Owned {

    /** What it is, in a word, for who has it told again. */
    String name();

    /**
     * The next part of it, held until the transaction ends so that nothing newer is told before it; empty at the end.
     *
     * @param last where the part before ended; the smallest UUID to begin with
     */
    Mono<Part> after(UUID last);

    /**
     * Some of the state.
     *
     * @param last where it ends
     * @param events what is so now, at the versions told before
     */
    record Part(UUID last, List<? extends Event> events) {}
}
