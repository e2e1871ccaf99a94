package org.outloud.contracts.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;

/**
 * A person joined, was linked to a sign-in, moved, left or edited what others see.
 *
 * @param version grows by one with each change of this person; consumers ignore older ones
 * @param subject the identity provider's subject once the person has signed in
 * @param active false after HR deactivated the person: every door closes
 */
@EventType(value = "org.outloud.person.changed.v1", topic = Topics.PEOPLE)
public record PersonChanged(
        PersonId id,
        long version,
        @Nullable String subject,
        String userName,
        String displayName,
        @Nullable String avatar,
        @Nullable String headline,
        @Nullable String department,
        boolean active,
        Instant at)
        implements Event {

    @Override
    public String key() {
        return id.toString();
    }
}
