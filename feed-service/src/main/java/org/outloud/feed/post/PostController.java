package org.outloud.feed.post;

import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PostId;
import org.outloud.platform.idempotency.Idempotency;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Posts over HTTP. */
@RestController
@RequestMapping("/api/v1/posts")
class PostController {

    private final PublishingPosts publishing;
    private final DeletingPosts deleting;
    private final AcceptingAnswers accepting;
    private final PostViews views;
    private final Idempotency idempotency;

    PostController(
            PublishingPosts publishing,
            DeletingPosts deleting,
            AcceptingAnswers accepting,
            PostViews views,
            Idempotency idempotency) {
        this.publishing = publishing;
        this.deleting = deleting;
        this.accepting = accepting;
        this.views = views;
        this.idempotency = idempotency;
    }

    @PostMapping
    Mono<ResponseEntity<PostView>> publish(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody @Valid PublishPostRequest request) {
        Mono<PostId> published = Mono.defer(
                () -> publishing.publish(caller.id(), request.toKind(), request.toWords(), request.toAudience()));
        return idempotency
                .once(caller, key, request, PostId.class, published)
                .flatMap(id -> views.find(id, caller.id()))
                .map(PostController::created);
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<PostView>> find(Caller caller, @PathVariable PostId id) {
        return views.find(id, caller.id())
                .switchIfEmpty(Mono.error(Absent::new))
                .map(post ->
                        ResponseEntity.ok().eTag(String.valueOf(post.version())).body(post));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(Caller caller, @PathVariable PostId id) {
        return deleting.delete(caller, id);
    }

    @PutMapping("/{id}/answer")
    Mono<PostView> accept(Caller caller, @PathVariable PostId id, @RequestBody AnswerRequest request) {
        return accepting.accept(caller, id, request.commentId()).then(Mono.defer(() -> views.find(id, caller.id())));
    }

    static ResponseEntity<PostView> created(PostView post) {
        return ResponseEntity.created(URI.create("/api/v1/posts/" + post.id()))
                .eTag(String.valueOf(post.version()))
                .body(post);
    }

    /** The comment that helped; null opens the question again. */
    record AnswerRequest(@Nullable PostId commentId) {}
}
