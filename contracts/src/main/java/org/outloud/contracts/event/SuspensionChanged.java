package org.outloud.contracts.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;

/**
 * Moderators suspended somebody from writing, or no longer. Services refuse to change anything for whoever is; they show it to
 * nobody else.
 *
 * @param until when it ends by itself; null while it is open-ended, and when nobody is suspended
 * @param version grows by one with each change for this person
 */
@EventType(value = "org.outloud.suspension.changed.v1", topic = Topics.SUSPENSIONS)
public record SuspensionChanged(
        PersonId person, boolean suspended, @Nullable Instant until, long version, Instant at) implements Event {

    @Override
    public String key() {
        return person.toString();
    }
}
