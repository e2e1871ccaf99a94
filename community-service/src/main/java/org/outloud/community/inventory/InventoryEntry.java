package org.outloud.community.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.community.person.PersonRef;
import org.outloud.contracts.CommunityId;

/**
 * An entry as clients see it.
 *
 * @param weeks posts and comments in each of the last twelve weeks, oldest first; empty where nobody counts them
 */
record InventoryEntry(
        UUID id,
        String name,
        @Nullable String domain,
        String host,
        @Nullable String url,
        @Nullable CommunityId communityId,
        List<PersonRef> stewards,
        Stage stage,
        @Nullable LocalDate reviewBy,
        @Nullable Instant lastActivity,
        @Nullable Integer size,
        boolean overdue,
        boolean quiet,
        long version,
        List<Integer> weeks) {}
