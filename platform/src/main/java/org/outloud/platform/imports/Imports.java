package org.outloud.platform.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.platform.problem.Absent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Imports for paths of a service's own, which read another format than lines of JSON. */
public final class Imports {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final List<ImportFormat> formats;
    private final ReceivingImports receiving;
    private final ImportJobs jobs;

    Imports(List<ImportFormat> formats, ReceivingImports receiving, ImportJobs jobs) {
        this.formats = formats;
        this.receiving = receiving;
        this.jobs = jobs;
    }

    /** Keeps all rows and begins to apply them; answers the job. When the rows end with a fault nothing is applied. */
    public Mono<UUID> receive(String kind, boolean dryRun, PersonId owner, Flux<ImportRow> rows) {
        ImportFormat format = formats.stream()
                .filter(candidate -> candidate.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No format for an import of " + kind));
        return receiving.receiveRows(format, dryRun, owner, rows);
    }

    /** How far an import is; absent to everybody but who began it. */
    public Mono<ImportJob> find(String kind, UUID id, PersonId owner, int mostRejections) {
        return jobs.find(kind, id, owner, mostRejections).switchIfEmpty(Mono.error(Absent::new));
    }

    /** The same once it has ended, or when patience has. */
    public Mono<ImportJob> ended(String kind, UUID id, PersonId owner, int mostRejections, Duration patience) {
        return Mono.defer(() -> {
            Instant deadline = Instant.now().plus(patience);
            return Mono.defer(() -> find(kind, id, owner, 0))
                    .filter(job -> job.ended() || !Instant.now().isBefore(deadline))
                    .repeatWhenEmpty(tries -> tries.delayElements(PAUSE))
                    .then(Mono.defer(() -> find(kind, id, owner, mostRejections)));
        });
    }
}
