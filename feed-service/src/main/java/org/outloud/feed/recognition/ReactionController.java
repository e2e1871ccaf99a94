package org.outloud.feed.recognition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PostId;
import org.outloud.feed.post.PostView;
import org.outloud.feed.post.PostViews;
import org.outloud.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Thanks over HTTP. */
@RestController
@RequestMapping("/api/v1/posts/{id}/reactions/{kind}")
class ReactionController {

    private final GivingThanks giving;
    private final PostViews posts;

    ReactionController(GivingThanks giving, PostViews posts) {
        this.giving = giving;
        this.posts = posts;
    }

    @PutMapping
    Mono<PostView> give(
            Caller caller,
            @PathVariable PostId id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") Set<UUID> acknowledge,
            @RequestBody(required = false) @Valid @Nullable ReactionRequest request) {
        String note = request == null ? null : request.note();
        return giving.give(caller.id(), id, Thanks.of(kind), note, acknowledge)
                .then(Mono.defer(() -> posts.find(id, caller.id())));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> takeBack(Caller caller, @PathVariable PostId id, @PathVariable String kind) {
        return giving.takeBack(caller.id(), id, Thanks.of(kind));
    }

    /** How it went, for {@code tried}. */
    record ReactionRequest(@Nullable @Size(max = 2_000) String note) {}
}
