package org.outloud.community.community;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.idempotency.Idempotency;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.paging.Page;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Communities over HTTP. */
@RestController
@RequestMapping("/api/v1/communities")
class CommunityController {

    private final Communities communities;
    private final FoundingCommunities founding;
    private final EditingCommunities editing;
    private final Idempotency idempotency;

    CommunityController(
            Communities communities,
            FoundingCommunities founding,
            EditingCommunities editing,
            Idempotency idempotency) {
        this.communities = communities;
        this.founding = founding;
        this.editing = editing;
        this.idempotency = idempotency;
    }

    @GetMapping
    Mono<ResponseEntity<Page<CommunityView>>> list(
            Caller caller,
            @ModelAttribute CommunityQuery query,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        int most = Limit.of(limit);
        return communities
                .page(query, caller.id(), Cursor.named(cursor), most + 1)
                .map(read -> Page.of(read, most, CommunityController::place).answer(exchange));
    }

    @PostMapping
    Mono<ResponseEntity<CommunityView>> found(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ObjectNode request) {
        return idempotency
                .once(caller, key, request, CommunityId.class, Mono.defer(() -> founding.found(caller, request)))
                .flatMap(id -> communities.view(id, caller.id()))
                .map(community -> ResponseEntity.created(URI.create("/api/v1/communities/" + community.id()))
                        .eTag(IfMatch.tag(community.version()))
                        .body(community));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<CommunityView>> find(Caller caller, @PathVariable CommunityId id) {
        return communities
                .view(id, caller.id())
                .switchIfEmpty(Mono.error(Absent::new))
                .map(CommunityController::answer);
    }

    @PatchMapping("/{id}")
    Mono<ResponseEntity<CommunityView>> edit(
            Caller caller,
            @PathVariable CommunityId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ObjectNode patch) {
        return editing.edit(caller, id, new IfMatch(ifMatch), patch)
                .then(Mono.defer(() -> communities.view(id, caller.id())))
                .map(CommunityController::answer);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> archive(Caller caller, @PathVariable CommunityId id) {
        return editing.archive(caller, id);
    }

    @PutMapping("/{id}/norms/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> seeNorms(Caller caller, @PathVariable CommunityId id) {
        return communities
                .seeNorms(id, caller.id(), Instant.now())
                .filter(seen -> seen)
                .switchIfEmpty(Mono.error(Absent::new))
                .then();
    }

    private static Cursor place(CommunityView community) {
        return new Cursor.Named(community.name(), community.id().value());
    }

    private static ResponseEntity<CommunityView> answer(CommunityView community) {
        return ResponseEntity.ok().eTag(IfMatch.tag(community.version())).body(community);
    }
}
