package org.outloud.feed.syndication;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.feed.post.PostView;
import org.outloud.feed.timeline.Feeds;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.paging.Page;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.security.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The feeds as feed readers take them: Atom and JSON Feed, by a token or under a secret address, and what a person wrote as
 * ActivityStreams. Whoever reads sees what they see on the screen; nothing is kept on the way.
 */
@RestController
@RequestMapping("/api/v1")
class SyndicationController {

    static final String BY_KEY = "/api/v1/feeds/private/";
    private static final MediaType ACTIVITIES = MediaType.parseMediaType("application/activity+json");

    private final Feeds feeds;
    private final FeedNames names;
    private final FeedKeys keys;
    private final JsonMapper json;
    private final String origin;

    SyndicationController(
            Feeds feeds, FeedNames names, FeedKeys keys, JsonMapper json, SyndicationProperties settings) {
        this.feeds = feeds;
        this.names = names;
        this.keys = keys;
        this.json = json;
        this.origin = settings.origin();
    }

    @GetMapping({"/feeds/home.atom", "/feeds/home.json"})
    Mono<ResponseEntity<byte[]>> home(Caller caller, Asked asked, ServerWebExchange exchange) {
        return home(caller.id(), asked, exchange);
    }

    @GetMapping({"/feeds/private/{key}/home.atom", "/feeds/private/{key}/home.json"})
    Mono<ResponseEntity<byte[]>> home(@PathVariable String key, Asked asked, ServerWebExchange exchange) {
        return holder(key).flatMap(reader -> home(reader, asked, exchange));
    }

    @GetMapping({"/feeds/people/{id}.atom", "/feeds/people/{id}.json"})
    Mono<ResponseEntity<byte[]>> byPerson(
            Caller caller, @PathVariable PersonId id, Asked asked, ServerWebExchange exchange) {
        return byPerson(caller.id(), id, asked, exchange);
    }

    @GetMapping({"/feeds/private/{key}/people/{id}.atom", "/feeds/private/{key}/people/{id}.json"})
    Mono<ResponseEntity<byte[]>> byPerson(
            @PathVariable String key, @PathVariable PersonId id, Asked asked, ServerWebExchange exchange) {
        return holder(key).flatMap(reader -> byPerson(reader, id, asked, exchange));
    }

    @GetMapping({"/feeds/communities/{id}.atom", "/feeds/communities/{id}.json"})
    Mono<ResponseEntity<byte[]>> inCommunity(
            Caller caller, @PathVariable CommunityId id, Asked asked, ServerWebExchange exchange) {
        return inCommunity(caller.id(), id, asked, exchange);
    }

    @GetMapping({"/feeds/private/{key}/communities/{id}.atom", "/feeds/private/{key}/communities/{id}.json"})
    Mono<ResponseEntity<byte[]>> inCommunity(
            @PathVariable String key, @PathVariable CommunityId id, Asked asked, ServerWebExchange exchange) {
        return holder(key).flatMap(reader -> inCommunity(reader, id, asked, exchange));
    }

    @GetMapping({"/feeds/tags/{tag}.atom", "/feeds/tags/{tag}.json"})
    Mono<ResponseEntity<byte[]>> tagged(
            Caller caller, @PathVariable String tag, Asked asked, ServerWebExchange exchange) {
        return tagged(caller.id(), tag, asked, exchange);
    }

    @GetMapping({"/feeds/private/{key}/tags/{tag}.atom", "/feeds/private/{key}/tags/{tag}.json"})
    Mono<ResponseEntity<byte[]>> tagged(
            @PathVariable String key, @PathVariable String tag, Asked asked, ServerWebExchange exchange) {
        return holder(key).flatMap(reader -> tagged(reader, tag, asked, exchange));
    }

    @GetMapping("/people/{id}/outbox")
    Mono<ResponseEntity<byte[]>> outbox(
            Caller caller,
            @PathVariable PersonId id,
            @RequestParam(defaultValue = "false") boolean page,
            Asked asked,
            ServerWebExchange exchange) {
        String collection = origin + "/api/v1/people/" + id + "/outbox";
        Mono<Activities> found = page
                ? read(asked, (before, most) -> feeds.byPerson(caller.id(), id, before, most))
                        .map(read -> Activities.page(
                                document(read, "/api/v1/people/" + id + "/outbox", "", "/people/" + id, exchange),
                                collection,
                                origin))
                : Mono.just(Activities.collection(collection));
        return names.person(id, caller.id())
                .switchIfEmpty(Mono.error(Absent::new))
                .then(found)
                .map(activities -> answer(ACTIVITIES, json.writeValueAsBytes(activities)));
    }

    private Mono<ResponseEntity<byte[]>> home(PersonId reader, Asked asked, ServerWebExchange exchange) {
        return read(asked, (before, most) -> feeds.home(reader, before, most))
                .map(page -> written(page, "/api/v1/feeds/home", "Outloud", "/", exchange));
    }

    private Mono<ResponseEntity<byte[]>> byPerson(
            PersonId reader, PersonId id, Asked asked, ServerWebExchange exchange) {
        return names.person(id, reader)
                .switchIfEmpty(Mono.error(Absent::new))
                .flatMap(name -> read(asked, (before, most) -> feeds.byPerson(reader, id, before, most))
                        .map(page -> written(
                                page, "/api/v1/feeds/people/" + id, name + " · Outloud", "/people/" + id, exchange)));
    }

    private Mono<ResponseEntity<byte[]>> inCommunity(
            PersonId reader, CommunityId id, Asked asked, ServerWebExchange exchange) {
        return read(asked, (before, most) -> feeds.inCommunity(reader, id, before, most))
                .flatMap(page -> names.community(id)
                        .map(place -> written(
                                page,
                                "/api/v1/feeds/communities/" + id,
                                place.name() + " · Outloud",
                                "/communities/" + place.slug(),
                                exchange)));
    }

    private Mono<ResponseEntity<byte[]>> tagged(PersonId reader, String tag, Asked asked, ServerWebExchange exchange) {
        String path = "/tags/" + UriUtils.encodePathSegment(tag, StandardCharsets.UTF_8);
        return read(asked, (before, most) -> feeds.tagged(reader, tag, before, most))
                .map(page -> written(page, "/api/v1/feeds" + path, "#" + tag + " · Outloud", path, exchange));
    }

    private Mono<PersonId> holder(String key) {
        return keys.use(key).switchIfEmpty(Mono.error(Absent::new));
    }

    private Mono<Page<PostView>> read(
            Asked asked, BiFunction<Cursor.@Nullable At, Integer, Mono<List<PostView>>> feed) {
        int most = Limit.of(asked.limit());
        return feed.apply(Cursor.at(asked.cursor()), most + 1)
                .map(posts -> Page.of(
                        posts,
                        most,
                        last -> new Cursor.At(last.createdAt(), last.id().value())));
    }

    private ResponseEntity<byte[]> written(
            Page<PostView> page, String id, String title, String screen, ServerWebExchange exchange) {
        Document document = document(page, id, title, screen, exchange);
        Format format = Format.of(exchange);
        return answer(
                format.type(),
                switch (format) {
                    case ATOM -> AtomFeed.of(document, origin).getBytes(StandardCharsets.UTF_8);
                    case JSON -> json.writeValueAsBytes(JsonFeed.of(document, origin));
                });
    }

    private Document document(Page<PostView> page, String id, String title, String screen, ServerWebExchange exchange) {
        UriComponentsBuilder self = UriComponentsBuilder.fromUriString(origin)
                .path(exchange.getRequest().getPath().value())
                .query(exchange.getRequest().getURI().getRawQuery());
        return new Document(
                id,
                title,
                self.build(true).toUriString(),
                screen,
                page.next() == null
                        ? null
                        : self.cloneBuilder()
                                .replaceQueryParam("cursor", page.next())
                                .build(true)
                                .toUriString(),
                page.items().stream().map(post -> Entry.of(post, json, origin)).toList());
    }

    /** Readers ask often and find nothing new: the same page again is 304 without a body. */
    private static ResponseEntity<byte[]> answer(MediaType type, byte[] body) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag("\"" + DigestUtils.md5DigestAsHex(body) + "\"")
                .body(body);
    }

    /** Which page is asked for. */
    record Asked(@Nullable Integer limit, @Nullable String cursor) {}
}
