package org.outloud.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.outloud.contracts.PersonId;

/**
 * A service has forgotten a person.
 *
 * @param service its name, such as {@code feed-service}
 */
@EventType(value = "org.outloud.erasure.confirmed.v1", topic = Topics.ERASURES)
public record ErasureConfirmed(UUID erasure, PersonId personId, String service, Instant at) implements Event {

    @Override
    public String key() {
        return erasure + "/" + service;
    }
}
