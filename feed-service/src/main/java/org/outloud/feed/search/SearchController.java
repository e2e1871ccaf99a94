package org.outloud.feed.search;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Limit;
import org.outloud.platform.paging.Page;
import org.outloud.platform.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Search over HTTP. Says nothing of how many there are: a page at a time, and whether there is another. */
@RestController
class SearchController {

    private final Search search;
    private final JsonMapper json;

    SearchController(Search search, JsonMapper json) {
        this.search = search;
        this.json = json;
    }

    @GetMapping("/api/v1/search")
    Mono<ResponseEntity<Page<SearchItem>>> search(
            Caller caller,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String author,
            @RequestParam(required = false) @Nullable String community,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        SearchRequest request = SearchRequest.of(q, kind, author, community, tag, from, to);
        int most = Limit.of(limit);
        return search.find(caller.id(), request, Cursor.named(cursor), most + 1)
                .map(found -> Page.of(found, most, Search.Found::cursor))
                .map(page -> new Page<>(page.items().stream().map(this::shown).toList(), page.next()))
                .map(page -> page.answer(exchange));
    }

    private SearchItem shown(Search.Found found) {
        return new SearchItem(found.post().jsonWith("highlight", json.writeValueAsString(found.highlight())));
    }

    /** A post with the part of it that shows why it was found, as JSON. */
    record SearchItem(@JsonValue @JsonRawValue String json) {}
}
