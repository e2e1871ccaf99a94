package org.outloud.community.inventory;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** The inventory as a file. */
@RestController
class InventoryExportController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ExportingInventory exporting;

    InventoryExportController(ExportingInventory exporting) {
        this.exporting = exporting;
    }

    @GetMapping("/api/v1/inventory/export")
    ResponseEntity<Flux<DataBuffer>> export(
            Caller caller,
            @ModelAttribute InventoryQuery query,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(defaultValue = "comma") String separator,
            @RequestParam(defaultValue = "true") boolean members) {
        InventoryPolicy.mayEnter(caller);
        query.criteria(null);
        char between = separator(separator);
        if (format.equals("json")) {
            return answer(MediaType.APPLICATION_JSON, format, exporting.json(caller, query, members));
        }
        if (!format.equals("csv")) {
            throw Invalid.field("format", "unknown-value", "One of csv, json.");
        }
        return answer(CSV, format, exporting.csv(caller, query, members, between));
    }

    private static char separator(String word) {
        return switch (word) {
            case "comma" -> ',';
            case "semicolon" -> ';';
            default -> throw Invalid.field("separator", "unknown-value", "One of comma, semicolon.");
        };
    }

    private static ResponseEntity<Flux<DataBuffer>> answer(MediaType type, String ending, Flux<String> texts) {
        String name = "inventory-" + LocalDate.now(ZoneOffset.UTC) + "." + ending;
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(texts.map(
                        text -> DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8))));
    }
}
