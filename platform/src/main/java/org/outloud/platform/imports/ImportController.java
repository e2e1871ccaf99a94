package org.outloud.platform.imports;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Imports over HTTP: an upload is answered with its job, which is then asked how far it is. For administrators. */
@RestController
class ImportController {

    private final List<ImportFormat> formats;
    private final ReceivingImports receiving;
    private final ImportJobs jobs;

    ImportController(List<ImportFormat> formats, ReceivingImports receiving, ImportJobs jobs) {
        this.formats = formats;
        this.receiving = receiving;
        this.jobs = jobs;
    }

    @PostMapping(
            path = "/api/v1/imports/{kind}",
            consumes = {"application/x-ndjson", "application/json", "text/plain"})
    Mono<ResponseEntity<ImportJob>> receive(
            Caller caller,
            @PathVariable String kind,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody Flux<String> lines) {
        caller.require("admin");
        ImportFormat format = formats.stream()
                .filter(candidate -> candidate.uploaded() && candidate.kind().equals(kind))
                .findFirst()
                .orElseThrow(Absent::new);
        return receiving
                .receive(format, dryRun, caller.id(), lines)
                .flatMap(jobs::find)
                .map(job -> ResponseEntity.accepted()
                        .location(URI.create("/api/v1/imports/" + job.id()))
                        .body(job));
    }

    @GetMapping("/api/v1/imports/{id}")
    Mono<ImportJob> find(Caller caller, @PathVariable UUID id) {
        caller.require("admin");
        return jobs.find(id).switchIfEmpty(Mono.error(Absent::new));
    }
}
