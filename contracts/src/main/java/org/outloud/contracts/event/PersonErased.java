package org.outloud.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;

/**
 * A person's data was erased: what is left is a pseudonym that never becomes anybody again. It is the last event of its
 * key; compaction removes what named the person. Every service forgets the person in the transaction that applies this and
 * answers with {@link ErasureConfirmed}.
 *
 * @param version behind every version that {@link PersonChanged} had
 * @param subject the identity provider's subject, sealed: it is recognised and closes the door, and cannot be read back
 * @param userName a pseudonym
 * @param displayName words that fit anybody
 * @param erasure whose receipt collects the confirmations
 */
@EventType(value = "org.outloud.person.erased.v1", topic = Topics.PEOPLE)
public record PersonErased(
        PersonId id,
        long version,
        @Nullable String subject,
        String userName,
        String displayName,
        UUID erasure,
        Instant at)
        implements Event {

    @Override
    public String key() {
        return id.toString();
    }
}
