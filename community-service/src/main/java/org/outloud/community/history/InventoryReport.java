package org.outloud.community.history;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.imports.ImportJob;

/**
 * How far the import of a file is, and what became of its rows.
 *
 * @param state {@code receiving}, {@code running}, {@code done} or {@code failed}
 * @param charset in which the file was read
 * @param separator between its cells; null when it is JSON
 * @param ignoredColumns columns that mean nothing here
 */
record InventoryReport(
        UUID id,
        String state,
        boolean dryRun,
        long read,
        long processed,
        long created,
        long updated,
        long unchanged,
        long rejectedCount,
        List<Rejected> rejected,
        String charset,
        @Nullable String separator,
        List<String> ignoredColumns,
        @Nullable String problem) {

    /** A row that was not taken in, and why; {@code row} as a spreadsheet counts. */
    record Rejected(long row, String field, String code, String detail) {}

    /** Whether there is nothing more to come. */
    boolean ended() {
        return state.equals("done") || state.equals("failed");
    }

    static InventoryReport of(ImportJob job, InventoryFiles.Written file) {
        List<Rejected> rejected = job.rejected().stream()
                .map(line -> new Rejected(line.line(), line.field(), line.code(), line.detail()))
                .toList();
        return new InventoryReport(
                job.id(),
                job.state(),
                job.dryRun(),
                job.read(),
                job.processed(),
                job.created(),
                job.updated(),
                job.unchanged(),
                job.rejectedCount(),
                rejected,
                file.charset(),
                file.separator(),
                file.ignored(),
                job.problem());
    }
}
