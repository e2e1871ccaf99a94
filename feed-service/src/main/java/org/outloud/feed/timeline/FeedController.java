package org.outloud.feed.timeline;

import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.feed.post.PostView;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.paging.Page;
import org.outloud.platform.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Feeds over HTTP. */
@RestController
@RequestMapping("/api/v1/feeds")
class FeedController {

    private final Feeds feeds;

    FeedController(Feeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping("/home")
    Mono<ResponseEntity<Page<PostView>>> home(
            Caller caller,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        HomeFilter narrowed = HomeFilter.of(filter);
        return page(limit, cursor, exchange, (before, most) -> feeds.home(caller.id(), narrowed, before, most));
    }

    @GetMapping("/people/{id}")
    Mono<ResponseEntity<Page<PostView>>> byPerson(
            Caller caller,
            @PathVariable PersonId id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        return page(limit, cursor, exchange, (before, most) -> feeds.byPerson(caller.id(), id, before, most));
    }

    @GetMapping("/communities/{id}")
    Mono<ResponseEntity<Page<PostView>>> inCommunity(
            Caller caller,
            @PathVariable CommunityId id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        return page(limit, cursor, exchange, (before, most) -> feeds.inCommunity(caller.id(), id, before, most));
    }

    @GetMapping("/tags/{tag}")
    Mono<ResponseEntity<Page<PostView>>> tagged(
            Caller caller,
            @PathVariable String tag,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        return page(limit, cursor, exchange, (before, most) -> feeds.tagged(caller.id(), tag, before, most));
    }

    private static Mono<ResponseEntity<Page<PostView>>> page(
            @Nullable Integer limit,
            @Nullable String cursor,
            ServerWebExchange exchange,
            BiFunction<Cursor.@Nullable At, Integer, Mono<List<PostView>>> read) {
        int most = Limit.of(limit);
        return read.apply(Cursor.at(cursor), most + 1)
                .map(posts -> Page.of(
                        posts,
                        most,
                        last -> new Cursor.At(last.createdAt(), last.id().value())))
                .map(page -> page.answer(exchange));
    }
}
