package org.outloud.community.person;

import org.outloud.contracts.PersonId;
import reactor.core.publisher.Mono;

/** What else changes when HR moves somebody; part of the same transaction. */
@FunctionalInterface
public interface Moving {

    /**
     * Told after the person's row was changed, and holding it.
     *
     * @param below whether everybody below moved as well
     */
    Mono<Void> moved(PersonId person, boolean below);
}
