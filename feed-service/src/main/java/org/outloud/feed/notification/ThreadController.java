package org.outloud.feed.notification;

import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.feed.post.PostViews;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Hearing of a thread, or nothing of it any more, whichever of its posts is named. */
@RestController
@RequestMapping("/api/v1/posts/{id}")
@ResponseStatus(HttpStatus.NO_CONTENT)
class ThreadController {

    private static final String FOLLOWED = "followed";
    private static final String MUTED = "muted";

    private final ThreadChoices choices;
    private final PostViews posts;

    ThreadController(ThreadChoices choices, PostViews posts) {
        this.choices = choices;
        this.posts = posts;
    }

    @PutMapping("/follow")
    Mono<Void> follow(Caller caller, @PathVariable PostId id) {
        return choose(caller.id(), id, FOLLOWED);
    }

    @DeleteMapping("/follow")
    Mono<Void> unfollow(Caller caller, @PathVariable PostId id) {
        return choices.undo(caller.id(), id, FOLLOWED);
    }

    @PutMapping("/mute")
    Mono<Void> mute(Caller caller, @PathVariable PostId id) {
        return choose(caller.id(), id, MUTED);
    }

    @DeleteMapping("/mute")
    Mono<Void> unmute(Caller caller, @PathVariable PostId id) {
        return choices.undo(caller.id(), id, MUTED);
    }

    private Mono<Void> choose(PersonId person, PostId id, String choice) {
        return posts.find(id, person)
                .switchIfEmpty(Mono.error(Absent::new))
                .flatMap(post -> choices.choose(person, post.rootId(), choice));
    }
}
