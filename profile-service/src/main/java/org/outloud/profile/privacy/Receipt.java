package org.outloud.profile.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;

/**
 * What became of an erasure.
 *
 * @param personId whose; a pseudonym by now
 * @param completedAt when the last service confirmed, null until then
 */
record Receipt(
        UUID id,
        PersonId personId,
        Instant requestedAt,
        @Nullable Instant completedAt,
        List<Confirmation> services) {

    /**
     * One service's word.
     *
     * @param confirmedAt null while it is awaited
     */
    record Confirmation(String service, @Nullable Instant confirmedAt) {}
}
