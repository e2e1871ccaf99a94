package org.outloud.feed.live;

import java.util.Collection;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import reactor.core.publisher.Flux;

/** Puts what concerns single people into words, different ones for each. */
public interface ForOnePerson {

    /** What each of the connected people is told about a subject; nothing for those whom it does not concern. */
    Flux<Words> tell(UUID subject, Collection<PersonId> connected);

    /** JSON for one person. */
    record Words(PersonId person, String data) {}
}
