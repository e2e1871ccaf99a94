package org.outloud.profile.privacy;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.outloud.platform.security.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Everything about oneself, over HTTP. */
@RestController
class ExportController {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final ExportingPeople exporting;

    ExportController(ExportingPeople exporting) {
        this.exporting = exporting;
    }

    record Listed(List<Exports.Export> items) {}

    @GetMapping("/api/v1/me/export")
    Mono<Listed> list(Caller caller) {
        return exporting.list(caller).map(Listed::new);
    }

    @PostMapping("/api/v1/me/export")
    Mono<ResponseEntity<Exports.Export>> begin(Caller caller) {
        return exporting
                .begin(caller)
                .map(export -> ResponseEntity.accepted()
                        .location(URI.create("/api/v1/exports/" + export.id()))
                        .body(export));
    }

    @GetMapping("/api/v1/exports/{id}")
    Mono<Exports.Export> find(Caller caller, @PathVariable UUID id) {
        return exporting.find(id, caller.id());
    }

    @GetMapping("/api/v1/exports/{id}/file")
    Mono<ResponseEntity<byte[]>> fetch(Caller caller, @PathVariable UUID id) {
        String disposition =
                ContentDisposition.attachment().filename("outloud.zip").build().toString();
        return exporting
                .fetch(id, caller.id())
                .map(archive -> ResponseEntity.ok()
                        .contentType(ZIP)
                        .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                        .cacheControl(CacheControl.noStore())
                        .body(archive));
    }
}
