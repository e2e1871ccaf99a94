package org.outloud.community.history;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.outloud.community.sheet.CsvText;
import org.outloud.platform.security.Caller;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bringing an inventory in as a file: answered with the report, or with where it will be. */
@RestController
@RequestMapping("/api/v1/inventory")
class InventoryImportController {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MOST_REJECTIONS = 10_000;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final TakingInInventories takingIn;

    InventoryImportController(TakingInInventories takingIn) {
        this.takingIn = takingIn;
    }

    @PostMapping(
            path = "/import",
            consumes = {"text/csv", "text/plain", "application/vnd.ms-excel", "application/json"})
    Mono<ResponseEntity<InventoryReport>> receive(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader HttpHeaders headers,
            @RequestBody Flux<DataBuffer> body) {
        boolean isJson = MediaType.APPLICATION_JSON.isCompatibleWith(headers.getContentType());
        boolean waiting = headers.getOrEmpty("Prefer").stream().noneMatch(wish -> wish.contains("respond-async"));
        return takingIn.receive(caller, body, isJson, dryRun)
                .flatMap(id -> takingIn.report(caller, id, MOST_REJECTIONS, waiting ? PATIENCE : Duration.ZERO))
                .map(report -> (report.ended() ? ResponseEntity.ok() : ResponseEntity.accepted())
                        .location(URI.create("/api/v1/inventory/imports/" + report.id()))
                        .body(report));
    }

    @GetMapping("/imports/{id}")
    Mono<InventoryReport> find(Caller caller, @PathVariable UUID id) {
        return takingIn.report(caller, id, MOST_REJECTIONS, Duration.ZERO);
    }

    /** What is to be mended, as a table of its own. */
    @GetMapping("/imports/{id}/rejected")
    Mono<ResponseEntity<String>> rejected(Caller caller, @PathVariable UUID id) {
        return takingIn.report(caller, id, Integer.MAX_VALUE, Duration.ZERO).map(report -> {
            char separator =
                    report.separator() == null ? ',' : report.separator().charAt(0);
            StringBuilder text = new StringBuilder(CsvText.MARK)
                    .append(CsvText.row(separator, Arrays.asList("row", "field", "code", "detail")));
            report.rejected()
                    .forEach(one -> text.append(CsvText.row(
                            separator,
                            Arrays.asList(String.valueOf(one.row()), one.field(), one.code(), one.detail()))));
            return ResponseEntity.ok()
                    .contentType(CSV)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename("rejected.csv")
                                    .build()
                                    .toString())
                    .body(text.toString());
        });
    }
}
