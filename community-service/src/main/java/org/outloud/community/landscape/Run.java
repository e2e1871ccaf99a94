package org.outloud.community.landscape;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looking for gaps and overlaps, once.
 *
 * @param finishedAt null while it waits or runs
 * @param failed what it found is not known
 * @param posts how many were looked at
 * @param people by how many people
 * @param entries how many communities, here and elsewhere
 */
record Run(
        UUID id,
        Instant askedAt,
        @Nullable Instant finishedAt,
        boolean failed,
        @Nullable Integer posts,
        @Nullable Integer people,
        @Nullable Integer entries) {}
