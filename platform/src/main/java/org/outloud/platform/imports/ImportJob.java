package org.outloud.platform.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import and how far it came.
 *
 * @param state {@code receiving}, {@code running}, {@code done} or {@code failed}
 * @param read lines received, empty ones not counted
 * @param processed lines whose outcome is known
 * @param rejected the first rejected lines, at most 1,000, by line
 * @param problem why the whole import failed, else null
 */
public record ImportJob(
        UUID id,
        String kind,
        boolean dryRun,
        String state,
        long read,
        long processed,
        long created,
        long updated,
        long unchanged,
        long rejectedCount,
        List<RejectedLine> rejected,
        @Nullable String problem,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** A line that was not taken in, and why. */
    public record RejectedLine(long line, String field, String code, String detail) {}

    /** Whether there is nothing more to come. */
    public boolean ended() {
        return state.equals("done") || state.equals("failed");
    }
}
