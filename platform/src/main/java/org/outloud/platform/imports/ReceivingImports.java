package org.outloud.platform.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.outloud.contracts.PersonId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes an upload in: every line is kept before the answer goes out, so that from then on nothing depends on the client or
 * on this instance. Memory is bounded by a batch of lines.
 */
final class ReceivingImports {

    private static final int BATCH = 500;

    private final ImportJobs jobs;
    private final ImportRunner runner;
    private final JsonMapper json;
    private final int digit;

    ReceivingImports(ImportJobs jobs, ImportRunner runner, JsonMapper json, int digit) {
        this.jobs = jobs;
        this.runner = runner;
        this.json = json;
        this.digit = digit;
    }

    Mono<UUID> receive(ImportFormat format, boolean dryRun, PersonId owner, Flux<String> lines) {
        AtomicLong number = new AtomicLong();
        return receiveRows(
                format,
                dryRun,
                owner,
                lines.map(text -> ImportRow.of(number.incrementAndGet(), text))
                        .filter(line -> !line.body().isBlank()));
    }

    /** The same of rows that somebody else has counted. */
    Mono<UUID> receiveRows(ImportFormat format, boolean dryRun, PersonId owner, Flux<ImportRow> rows) {
        UUID id = nextId();
        return jobs.open(id, format.kind(), dryRun, owner)
                .thenMany(rows.buffer(BATCH).concatMap(batch -> keep(id, format, batch)))
                .then(Mono.defer(() -> jobs.run(id)))
                .onErrorResume(e -> jobs.fail(id, "The upload could not be read to its end.")
                        .then(Mono.error(e)))
                .doOnSuccess(done -> runner.wake())
                .thenReturn(id);
    }

    private Mono<Void> keep(UUID id, ImportFormat format, List<ImportRow> batch) {
        List<ImportJobs.Received> received = new ArrayList<>();
        List<ImportJob.RejectedLine> rejected = new ArrayList<>();
        for (ImportRow line : batch) {
            try {
                received.add(new ImportJobs.Received(line.number(), phaseOf(format, line), line.body()));
            } catch (LineRejected e) {
                LineOutcome.Rejected reason = (LineOutcome.Rejected) e.outcome();
                rejected.add(new ImportJob.RejectedLine(line.number(), reason.field(), reason.code(), reason.detail()));
            }
        }
        return jobs.receive(id, received, rejected);
    }

    private int phaseOf(ImportFormat format, ImportRow line) {
        LineRejected fault = line.fault();
        if (fault != null) {
            throw fault;
        }
        if (line.body().indexOf('\0') >= 0) {
            throw new LineRejected("", "nul-character", "NUL characters cannot be kept.");
        }
        JsonNode body;
        try {
            body = json.readTree(line.body());
        } catch (JacksonException e) {
            throw new LineRejected("", "malformed-json", "This line is not a JSON object.");
        }
        if (!body.isObject()) {
            throw new LineRejected("", "malformed-json", "This line is not a JSON object.");
        }
        String type = new ImportLine(line.number(), body)
                .word("type", "", List.copyOf(format.phases().keySet()));
        Integer phase = format.phases().get(type);
        if (phase == null) {
            throw new LineRejected("type", "required", "This field is required.");
        }
        return phase;
    }

    /** UUID version 7 whose last digit names the service, which is how the gateway finds the job again. */
    private UUID nextId() {
        UUID id = UuidCreator.getTimeOrderedEpochPlus1();
        return new UUID(id.getMostSignificantBits(), (id.getLeastSignificantBits() & ~0xFL) | digit);
    }
}
