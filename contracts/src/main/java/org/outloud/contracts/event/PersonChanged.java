package org.outloud.contracts.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;

/**
 * A person joined, was linked to a sign-in, moved, left or edited what others see.
 *
 * @param version grows by one with each change of this person; consumers ignore older ones
 * @param subject the identity provider's subject once the person has signed in
 * @param department as the profile shows it; its owner may have written it
 * @param active false after HR deactivated the person: every door closes
 * @param employment null from services of an earlier version, which leaves what is known
 * @param contact likewise
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
        @Nullable Employment employment,
        @Nullable Contact contact,
        Instant at)
        implements Event {

    /**
     * Where HR says that the person stands. Nobody writes it about themselves: rules rely on it.
     *
     * @param department as HR tells it, whatever the profile shows
     * @param managerId whom the person reports to, who need not have been told of yet
     */
    public record Employment(
            @Nullable String department, @Nullable PersonId managerId) {}

    /**
     * How mail reaches the person. For the services alone: nobody is shown it.
     *
     * @param email the address that HR gave or the identity provider verified
     * @param timeZone an IANA name
     * @param language a language tag, as HR tells it
     */
    public record Contact(
            @Nullable String email,
            @Nullable String timeZone,
            @Nullable String language) {}

    @Override
    public String key() {
        return id.toString();
    }
}
