package org.outloud.community.person;

import org.outloud.contracts.PersonId;
import reactor.core.publisher.Mono;

/** What else changes when somebody ceases to work here, or comes back; part of the same transaction. */
@FunctionalInterface
public interface ComingAndGoing {

    /** Told after the person's row was changed, and holding it. */
    Mono<Void> changed(PersonId person);
}
