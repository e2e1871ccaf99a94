package org.outloud.community.inventory;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.idempotency.Idempotency;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.paging.Page;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** The inventory over HTTP. */
@RestController
@RequestMapping("/api/v1/inventory")
class InventoryController {

    /** A page, and what there is altogether. */
    record Listing(List<InventoryEntry> items, @Nullable String next, Inventory.Counts counts) {}

    private final Inventory inventory;
    private final KeepingInventory keeping;
    private final Idempotency idempotency;

    InventoryController(Inventory inventory, KeepingInventory keeping, Idempotency idempotency) {
        this.inventory = inventory;
        this.keeping = keeping;
        this.idempotency = idempotency;
    }

    @GetMapping
    Mono<ResponseEntity<Listing>> list(
            Caller caller,
            @ModelAttribute InventoryQuery query,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        int most = Limit.of(limit);
        return Mono.zip(
                        inventory.page(query, caller.id(), Cursor.named(cursor), most + 1),
                        inventory.counts(caller.id()))
                .map(read -> {
                    Page<InventoryEntry> page = Page.of(read.getT1(), most, query.order()::place);
                    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
                    Page.link(exchange, page.next(), answer);
                    return answer.body(new Listing(page.items(), page.next(), read.getT2()));
                });
    }

    @PostMapping
    Mono<ResponseEntity<InventoryEntry>> enter(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ObjectNode request) {
        return idempotency
                .once(caller, key, request, UUID.class, Mono.defer(() -> keeping.enter(caller, request)))
                .flatMap(id -> inventory.find(id, caller.id()))
                .map(entry -> ResponseEntity.created(URI.create("/api/v1/inventory/" + entry.id()))
                        .eTag(IfMatch.tag(entry.version()))
                        .body(entry));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<InventoryEntry>> find(Caller caller, @PathVariable UUID id) {
        return inventory
                .find(id, caller.id())
                .switchIfEmpty(Mono.error(Absent::new))
                .map(InventoryController::answer);
    }

    @PatchMapping("/{id}")
    Mono<ResponseEntity<InventoryEntry>> review(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ObjectNode patch) {
        return keeping.review(caller, id, new IfMatch(ifMatch), patch)
                .then(Mono.defer(() -> inventory.find(id, caller.id())))
                .map(InventoryController::answer);
    }

    private static ResponseEntity<InventoryEntry> answer(InventoryEntry entry) {
        return ResponseEntity.ok().eTag(IfMatch.tag(entry.version())).body(entry);
    }
}
