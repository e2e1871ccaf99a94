package org.outloud.profile.network;

import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.paging.Page;
import org.outloud.platform.security.Caller;
import org.outloud.profile.directory.PersonSummary;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Muting and blocking over HTTP. The lists are everybody's own and nobody else's. */
@RestController
class DistanceController {

    private final KeepingDistance keeping;
    private final Blocks blocks;

    DistanceController(KeepingDistance keeping, Blocks blocks) {
        this.keeping = keeping;
        this.blocks = blocks;
    }

    @PutMapping("/api/v1/people/{id}/mute")
    Mono<Muted> mute(Caller caller, @PathVariable PersonId id) {
        return keeping.begin(caller.id(), id, Distance.MUTE).thenReturn(new Muted(true));
    }

    @DeleteMapping("/api/v1/people/{id}/mute")
    Mono<Muted> unmute(Caller caller, @PathVariable PersonId id) {
        return keeping.end(caller.id(), id, Distance.MUTE).thenReturn(new Muted(false));
    }

    @PutMapping("/api/v1/people/{id}/block")
    Mono<Blocked> block(Caller caller, @PathVariable PersonId id) {
        return keeping.begin(caller.id(), id, Distance.BLOCK).thenReturn(new Blocked(true));
    }

    @DeleteMapping("/api/v1/people/{id}/block")
    Mono<Blocked> unblock(Caller caller, @PathVariable PersonId id) {
        return keeping.end(caller.id(), id, Distance.BLOCK).thenReturn(new Blocked(false));
    }

    @GetMapping("/api/v1/me/mutes")
    Mono<ResponseEntity<Page<PersonSummary>>> mutes(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        return blocks.list(caller.id(), Distance.MUTE, Cursor.at(cursor), Limit.of(limit))
                .map(page -> page.answer(exchange));
    }

    @GetMapping("/api/v1/me/blocks")
    Mono<ResponseEntity<Page<PersonSummary>>> blocks(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        return blocks.list(caller.id(), Distance.BLOCK, Cursor.at(cursor), Limit.of(limit))
                .map(page -> page.answer(exchange));
    }

    record Muted(boolean muted) {}

    record Blocked(boolean blocked) {}
}
