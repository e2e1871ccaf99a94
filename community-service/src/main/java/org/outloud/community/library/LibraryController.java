package org.outloud.community.library;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.idempotency.Idempotency;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.paging.Page;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** A community's library over HTTP. */
@RestController
@RequestMapping("/api/v1/communities/{id}/library")
class LibraryController {

    /**
     * Something to keep.
     *
     * @param kind page unless said otherwise
     * @param postId of a post only
     */
    record Keep(
            @Nullable @Pattern(regexp = "page|link|post") String kind,
            @NotBlank @Size(max = 200) String title,
            @Nullable @Size(max = 50_000) String body,
            @Nullable @Size(max = 2_000) String url,
            @Nullable UUID postId) {

        Kind toKind() {
            Kind wanted = kind == null ? Kind.PAGE : Kind.of(kind);
            if ((wanted == Kind.POST) != (postId != null)) {
                throw Invalid.field("postId", "required", "A post has an identifier, and nothing else has.");
            }
            return wanted;
        }

        Words words() {
            return new Words(title, body, url);
        }
    }

    /** The versions, the newest first. */
    record History(List<Edition> items) {}

    private final Library library;
    private final KeepingLibrary keeping;
    private final Idempotency idempotency;

    LibraryController(Library library, KeepingLibrary keeping, Idempotency idempotency) {
        this.library = library;
        this.keeping = keeping;
        this.idempotency = idempotency;
    }

    @GetMapping
    Mono<ResponseEntity<Page<LibraryView>>> list(
            Caller caller,
            @PathVariable CommunityId id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        int most = Limit.of(limit);
        Cursor.At after = Cursor.at(cursor);
        return keeping.requireReader(id, caller.id())
                .then(Mono.defer(() -> library.page(id, caller.id(), q, after, most + 1)))
                .map(read -> Page.of(read, most, LibraryView::place).answer(exchange));
    }

    @PostMapping
    Mono<ResponseEntity<LibraryView>> add(
            Caller caller,
            @PathVariable CommunityId id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody Keep request) {
        return idempotency
                .once(
                        caller,
                        key,
                        request,
                        UUID.class,
                        Mono.defer(() ->
                                keeping.add(id, caller.id(), request.toKind(), request.words(), request.postId())))
                .flatMap(entry -> library.find(id, entry, caller.id()))
                .map(entry -> ResponseEntity.created(URI.create("/api/v1/communities/" + id + "/library/" + entry.id()))
                        .eTag(IfMatch.tag(entry.version()))
                        .body(entry));
    }

    @GetMapping("/{entryId}")
    Mono<ResponseEntity<LibraryView>> find(Caller caller, @PathVariable CommunityId id, @PathVariable UUID entryId) {
        return keeping.requireReader(id, caller.id())
                .then(Mono.defer(() -> library.find(id, entryId, caller.id())))
                .switchIfEmpty(Mono.error(Absent::new))
                .map(LibraryController::answer);
    }

    @PatchMapping("/{entryId}")
    Mono<ResponseEntity<LibraryView>> edit(
            Caller caller,
            @PathVariable CommunityId id,
            @PathVariable UUID entryId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ObjectNode patch) {
        return keeping.edit(id, caller.id(), entryId, new IfMatch(ifMatch), patch)
                .then(Mono.defer(() -> library.find(id, entryId, caller.id())))
                .switchIfEmpty(Mono.error(Absent::new))
                .map(LibraryController::answer);
    }

    @DeleteMapping("/{entryId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(Caller caller, @PathVariable CommunityId id, @PathVariable UUID entryId) {
        return keeping.delete(id, caller.id(), entryId);
    }

    @PostMapping("/{entryId}/restore")
    Mono<ResponseEntity<LibraryView>> restore(Caller caller, @PathVariable CommunityId id, @PathVariable UUID entryId) {
        return keeping.restore(id, caller.id(), entryId)
                .then(Mono.defer(() -> library.find(id, entryId, caller.id())))
                .switchIfEmpty(Mono.error(Absent::new))
                .map(LibraryController::answer);
    }

    @GetMapping("/{entryId}/history")
    Mono<History> history(Caller caller, @PathVariable CommunityId id, @PathVariable UUID entryId) {
        return keeping.requireReader(id, caller.id())
                .thenMany(library.editions(id, entryId, caller.id()))
                .collectList()
                .filter(editions -> !editions.isEmpty())
                .switchIfEmpty(Mono.error(Absent::new))
                .map(History::new);
    }

    private static ResponseEntity<LibraryView> answer(LibraryView entry) {
        return ResponseEntity.ok().eTag(IfMatch.tag(entry.version())).body(entry);
    }
}
