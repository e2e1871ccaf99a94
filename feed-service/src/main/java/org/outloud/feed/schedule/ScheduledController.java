package org.outloud.feed.schedule;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.feed.post.PostView;
import org.outloud.feed.post.PostViews;
import org.outloud.feed.post.PublishPostRequest;
import org.outloud.feed.schedule.ScheduledPosts.Scheduled;
import org.outloud.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What waits for its moment over HTTP, each author's for that author alone. */
@RestController
@RequestMapping("/api/v1/posts/scheduled")
class ScheduledController {

    private final ScheduledPosts posts;
    private final SchedulingPosts scheduling;
    private final PostViews views;

    ScheduledController(ScheduledPosts posts, SchedulingPosts scheduling, PostViews views) {
        this.posts = posts;
        this.scheduling = scheduling;
        this.views = views;
    }

    @GetMapping
    Mono<ScheduledList> list(Caller caller) {
        return posts.of(caller.id())
                .map(found -> new ScheduledList(found.stream().map(Item::of).toList()));
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<UUID> acknowledge,
            @RequestBody @Valid PublishPostRequest post) {
        return scheduling.change(caller.id(), id, post, acknowledge);
    }

    @PostMapping("/{id}/publish")
    Mono<ResponseEntity<PostView>> publish(Caller caller, @PathVariable UUID id) {
        return scheduling
                .publish(caller.id(), id)
                .flatMap(published -> views.find(published, caller.id()))
                .map(PostView::created);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> cancel(Caller caller, @PathVariable UUID id) {
        return scheduling.cancel(caller.id(), id);
    }

    /** All that waits, the next first; they are few. */
    record ScheduledList(List<Item> items) {}

    /**
     * One post that waits.
     *
     * @param failure the code of the problem that kept it from being published; null while it still waits
     */
    record Item(UUID id, Instant publishAt, @Nullable String failure, PublishPostRequest post) {

        static Item of(Scheduled scheduled) {
            return new Item(scheduled.id(), scheduled.publishAt(), scheduled.failure(), scheduled.post());
        }
    }
}
