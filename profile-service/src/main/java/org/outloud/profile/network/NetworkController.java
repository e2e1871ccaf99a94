package org.outloud.profile.network;

import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.paging.Page;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.security.Caller;
import org.outloud.profile.directory.PersonSummary;
import org.outloud.profile.person.People;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Following over HTTP. */
@RestController
@RequestMapping("/api/v1/people/{id}")
class NetworkController {

    private final FollowingPeople following;
    private final Follows follows;
    private final People people;

    NetworkController(FollowingPeople following, Follows follows, People people) {
        this.following = following;
        this.follows = follows;
        this.people = people;
    }

    @PutMapping("/follow")
    Mono<Followed> follow(Caller caller, @PathVariable PersonId id) {
        return following.follow(caller.id(), id).thenReturn(new Followed(true));
    }

    @DeleteMapping("/follow")
    Mono<Followed> unfollow(Caller caller, @PathVariable PersonId id) {
        return following.unfollow(caller.id(), id).thenReturn(new Followed(false));
    }

    @GetMapping("/followers")
    Mono<ResponseEntity<Page<PersonSummary>>> followers(
            Caller caller,
            @PathVariable PersonId id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        Mono<Page<PersonSummary>> page = follows.followers(id, caller.id(), Cursor.at(cursor), Limit.of(limit));
        return ofSomebody(id, caller, page).map(read -> read.answer(exchange));
    }

    @GetMapping("/following")
    Mono<ResponseEntity<Page<PersonSummary>>> following(
            Caller caller,
            @PathVariable PersonId id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        Mono<Page<PersonSummary>> page = follows.following(id, caller.id(), Cursor.at(cursor), Limit.of(limit));
        return ofSomebody(id, caller, page).map(read -> read.answer(exchange));
    }

    /** An empty page may mean that nobody follows, or that there is nobody to follow. */
    private <T> Mono<Page<T>> ofSomebody(PersonId id, Caller caller, Mono<Page<T>> page) {
        return page.flatMap(read -> read.items().isEmpty()
                ? people.exists(id, caller.id())
                        .filter(exists -> exists)
                        .switchIfEmpty(Mono.error(Absent::new))
                        .thenReturn(read)
                : Mono.just(read));
    }

    record Followed(boolean followed) {}
}
