package org.outloud.feed.syndication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.1, members as its specification names them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JsonFeed(
        String version,
        String title,
        @JsonProperty("home_page_url") String page,
        @JsonProperty("feed_url") String self,
        @JsonProperty("next_url") @Nullable String next,
        List<Item> items) {

    /** A post. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            String url,
            String title,
            @JsonProperty("content_html") String html,
            @JsonProperty("date_published") Instant published,
            @JsonProperty("date_modified") Instant modified,
            List<Author> authors,
            List<String> tags) {}

    /** Who wrote it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Author(String name, String url, @Nullable String avatar) {}

    static JsonFeed of(Document document, String origin) {
        return new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                document.title(),
                origin + document.page(),
                document.self(),
                document.next(),
                document.entries().stream().map(entry -> item(entry, origin)).toList());
    }

    private static Item item(Entry entry, String origin) {
        return new Item(
                "urn:uuid:" + entry.id(),
                origin + "/posts/" + entry.id(),
                entry.title(),
                entry.html(),
                entry.published(),
                entry.updated(),
                List.of(new Author(
                        entry.author().name(),
                        origin + "/people/" + entry.author().id(),
                        entry.author().avatar())),
                entry.tags());
    }
}
