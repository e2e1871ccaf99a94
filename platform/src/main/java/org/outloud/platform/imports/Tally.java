package org.outloud.platform.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * The outcomes of a batch, counted.
 *
 * @param applied numbers of the lines that are settled, rejected ones included
 */
record Tally(
        long created,
        long updated,
        long unchanged,
        List<Long> applied,
        List<ImportJob.RejectedLine> rejected,
        List<ImportJob.RejectedLine> deferred) {

    static Tally of(List<ImportLine> lines, List<LineOutcome> outcomes) {
        long created = 0;
        long updated = 0;
        long unchanged = 0;
        List<Long> applied = new ArrayList<>();
        List<ImportJob.RejectedLine> rejected = new ArrayList<>();
        List<ImportJob.RejectedLine> deferred = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            long number = lines.get(i).number();
            LineOutcome outcome = outcomes.get(i);
            if (outcome instanceof LineOutcome.Deferred waiting) {
                deferred.add(new ImportJob.RejectedLine(
                        number, waiting.field(), "unknown-reference", "What this names is not there."));
                continue;
            }
            applied.add(number);
            if (outcome instanceof LineOutcome.Created) {
                created++;
            } else if (outcome instanceof LineOutcome.Updated) {
                updated++;
            } else if (outcome instanceof LineOutcome.Unchanged) {
                unchanged++;
            } else if (outcome instanceof LineOutcome.Rejected reason) {
                rejected.add(new ImportJob.RejectedLine(number, reason.field(), reason.code(), reason.detail()));
            }
        }
        return new Tally(created, updated, unchanged, applied, rejected, deferred);
    }

    Tally rejectingDeferred() {
        List<Long> settled = new ArrayList<>(applied);
        deferred.forEach(line -> settled.add(line.line()));
        List<ImportJob.RejectedLine> all = new ArrayList<>(rejected);
        all.addAll(deferred);
        return new Tally(created, updated, unchanged, settled, all, List.of());
    }
}
