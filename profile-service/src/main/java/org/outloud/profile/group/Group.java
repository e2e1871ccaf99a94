package org.outloud.profile.group;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.GroupId;
import org.outloud.contracts.event.GroupChanged;

/**
 * A group of people that HR keeps. Who is in it is kept beside it, for groups may be as large as the organisation.
 *
 * @param version grows with each change of the group or of who is in it
 * @param externalId HR's own identifier
 */
public record Group(
        GroupId id,
        long version,
        String displayName,
        @Nullable String externalId,
        Instant createdAt,
        Instant changedAt) {

    /** Longest name of a group. */
    public static final int LONGEST_NAME = 200;

    /** A new group. */
    public static Group named(String displayName, @Nullable String externalId) {
        Instant now = now();
        return new Group(GroupId.next(), 1, displayName, externalId, now, now);
    }

    /** The group as HR describes it now, at the same version. */
    public Group described(String newName, @Nullable String newExternalId) {
        return new Group(id, version, newName, newExternalId, createdAt, changedAt);
    }

    /** This group as the next version. */
    Group next() {
        return new Group(id, version + 1, displayName, externalId, createdAt, now());
    }

    GroupChanged toEvent(boolean removed) {
        return new GroupChanged(id, version, displayName, externalId, removed, changedAt);
    }

    /** As precise as the database keeps it. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
