package org.outloud.feed.post;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PostId;
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

/** Posts over HTTP. */
@RestController
@RequestMapping("/api/v1/posts")
class PostController {

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final PublishingPosts publishing;
    private final Scheduling scheduling;
    private final EditingPosts editing;
    private final DeletingPosts deleting;
    private final AcceptingAnswers accepting;
    private final Editions editions;
    private final PostViews views;
    private final Idempotency idempotency;

    PostController(
            PublishingPosts publishing,
            Scheduling scheduling,
            EditingPosts editing,
            DeletingPosts deleting,
            AcceptingAnswers accepting,
            Editions editions,
            PostViews views,
            Idempotency idempotency) {
        this.publishing = publishing;
        this.scheduling = scheduling;
        this.editing = editing;
        this.deleting = deleting;
        this.accepting = accepting;
        this.editions = editions;
        this.views = views;
        this.idempotency = idempotency;
    }

    /** A post at once, or with {@code publishAt} the address where it waits. */
    @PostMapping
    Mono<ResponseEntity<PostView>> publish(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestParam(defaultValue = "") Set<UUID> acknowledge,
            @RequestBody @Valid PublishPostRequest request) {
        if (request.publishAt() != null) {
            Mono<UUID> scheduled = Mono.defer(() -> scheduling.schedule(caller.id(), request, acknowledge));
            return idempotency
                    .once(caller, key, request, UUID.class, scheduled)
                    .map(id -> ResponseEntity.accepted()
                            .location(URI.create("/api/v1/posts/scheduled/" + id))
                            .build());
        }
        Mono<PostId> published = Mono.defer(() -> publishing.publish(
                caller.id(),
                request.toKind(),
                request.toWords(),
                request.toAudience(),
                request.toAttachments(),
                acknowledge));
        return idempotency
                .once(caller, key, request, PostId.class, published)
                .flatMap(id -> views.find(id, caller.id()))
                .map(PostView::created);
    }

    @PostMapping("/{id}/share")
    Mono<ResponseEntity<PostView>> share(
            Caller caller,
            @PathVariable PostId id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestParam(defaultValue = "") Set<UUID> acknowledge,
            @RequestBody @Valid ShareRequest request) {
        Mono<PostId> shared =
                Mono.defer(() -> publishing.share(caller.id(), id, request.body(), request.toAudience(), acknowledge));
        return idempotency
                .once(caller, key, List.of(id, request), PostId.class, shared)
                .flatMap(published -> views.find(published, caller.id()))
                .map(PostView::created);
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<PostView>> find(Caller caller, @PathVariable PostId id) {
        return views.find(id, caller.id())
                .switchIfEmpty(Mono.error(Absent::new))
                .map(PostController::current);
    }

    @PatchMapping("/{id}")
    Mono<ResponseEntity<PostView>> edit(
            Caller caller,
            @PathVariable PostId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam(defaultValue = "") Set<UUID> acknowledge,
            @RequestBody ObjectNode edit) {
        return editing.edit(caller, id, new IfMatch(ifMatch), edit, acknowledge)
                .then(Mono.defer(() -> views.find(id, caller.id())))
                .map(PostController::current);
    }

    @GetMapping("/{id}/history")
    Mono<ResponseEntity<Page<Editions.Edition>>> history(
            Caller caller,
            @PathVariable PostId id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        int most = Limit.of(limit);
        Cursor.At before = Cursor.at(cursor);
        return editions.of(id, caller.id(), before == null ? END_OF_TIME : before.time(), most + 1)
                .filter(read -> before != null || !read.isEmpty())
                .switchIfEmpty(Mono.error(Absent::new))
                .map(read -> Page.of(read, most, last -> new Cursor.At(last.writtenAt(), id.value())))
                .map(page -> page.answer(exchange));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(Caller caller, @PathVariable PostId id) {
        return deleting.delete(caller, id);
    }

    @PostMapping("/{id}/restore")
    Mono<ResponseEntity<PostView>> restore(Caller caller, @PathVariable PostId id) {
        return deleting.restore(caller.id(), id)
                .then(Mono.defer(() -> views.find(id, caller.id())))
                .map(PostController::current);
    }

    @PutMapping("/{id}/answer")
    Mono<PostView> accept(Caller caller, @PathVariable PostId id, @RequestBody AnswerRequest request) {
        return accepting.accept(caller, id, request.commentId()).then(Mono.defer(() -> views.find(id, caller.id())));
    }

    private static ResponseEntity<PostView> current(PostView post) {
        return ResponseEntity.ok().eTag(String.valueOf(post.version())).body(post);
    }

    /**
     * A post passed on.
     *
     * @param body own words about it
     * @param audience everyone unless said otherwise
     */
    record ShareRequest(
            @Nullable @Size(max = 20_000) String body,
            @Nullable @Valid AudienceRequest audience) {

        Audience toAudience() {
            return audience == null ? new Audience.Everyone() : audience.toAudience();
        }
    }

    /** The comment that helped; null opens the question again. */
    record AnswerRequest(@Nullable PostId commentId) {}
}
