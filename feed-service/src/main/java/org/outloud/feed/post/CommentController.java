package org.outloud.feed.post;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PostId;
import org.outloud.platform.idempotency.Idempotency;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.paging.Page;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Threads over HTTP: flat, every depth, oldest first. */
@RestController
@RequestMapping("/api/v1/posts/{id}/comments")
class CommentController {

    private static final UUID FIRST = new UUID(0, 0);

    private final Replying replying;
    private final PostViews views;
    private final Idempotency idempotency;

    CommentController(Replying replying, PostViews views, Idempotency idempotency) {
        this.replying = replying;
        this.views = views;
        this.idempotency = idempotency;
    }

    @GetMapping
    Mono<ResponseEntity<Page<PostView>>> list(
            Caller caller,
            @PathVariable PostId id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        int most = Limit.of(limit);
        Cursor.At after = Cursor.at(cursor);
        Instant time = after == null ? Instant.EPOCH : after.time();
        return views.find(id, caller.id())
                .switchIfEmpty(Mono.error(Absent::new))
                .flatMap(post ->
                        views.comments(post.rootId(), caller.id(), time, after == null ? FIRST : after.id(), most + 1))
                .map(read -> Page.of(
                        read,
                        most,
                        last -> new Cursor.At(last.createdAt(), last.id().value())))
                .map(page -> page.answer(exchange));
    }

    @PostMapping
    Mono<ResponseEntity<PostView>> comment(
            Caller caller,
            @PathVariable PostId id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestParam(defaultValue = "") Set<UUID> acknowledge,
            @RequestBody @Valid CommentRequest request) {
        String body = request.body() == null ? "" : request.body();
        return idempotency
                .once(
                        caller,
                        key,
                        new Keyed(id, body),
                        PostId.class,
                        Mono.defer(() -> replying.reply(caller.id(), id, body, acknowledge)))
                .flatMap(comment -> views.find(comment, caller.id()))
                .map(PostView::created);
    }

    /** What is replied, in Markdown. */
    record CommentRequest(@Nullable @Size(max = 20_000) String body) {}

    private record Keyed(PostId inReplyTo, String body) {}
}
