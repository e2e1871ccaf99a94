package org.outloud.feed.syndication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote, as ActivityStreams 2.0 (W3C Recommendation, 2017): a collection, or a page of it.
 *
 * @param type {@code OrderedCollection} or {@code OrderedCollectionPage}
 * @param first the first page, of the collection
 * @param items of a page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Activities(
        @JsonProperty("@context") String context,
        String id,
        String type,
        @Nullable String first,
        @Nullable String partOf,
        @Nullable String next,
        @JsonProperty("orderedItems") @Nullable List<Activity> items) {

    private static final String CONTEXT = "https://www.w3.org/ns/activitystreams";

    /** Somebody wrote something. */
    record Activity(String id, String type, String actor, Instant published, List<String> to, Thing object) {}

    /** What was written; nothing here is public, so nothing is addressed to everybody in the world. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Thing(
            String id,
            String type,
            String name,
            String attributedTo,
            String content,
            Instant published,
            @Nullable Instant updated,
            String url,
            List<String> to,
            List<Hashtag> tag) {}

    /** A tag. */
    record Hashtag(String type, String name, String href) {}

    static Activities collection(String id) {
        return new Activities(CONTEXT, id, "OrderedCollection", id + "?page=true", null, null, null);
    }

    static Activities page(Document document, String collection, String origin) {
        return new Activities(
                CONTEXT,
                document.self(),
                "OrderedCollectionPage",
                null,
                collection,
                document.next(),
                document.entries().stream()
                        .map(entry -> activity(entry, origin))
                        .toList());
    }

    private static Activity activity(Entry entry, String origin) {
        String address = origin + "/posts/" + entry.id();
        String actor = origin + "/people/" + entry.author().id();
        List<String> to = readers(entry, actor, origin);
        List<Hashtag> tags = entry.tags().stream()
                .map(tag -> new Hashtag("Hashtag", "#" + tag, origin + "/tags/" + tag.toLowerCase(Locale.ROOT)))
                .toList();
        Thing thing = new Thing(
                address,
                entry.kind().equals("story") ? "Article" : entry.kind().equals("question") ? "Question" : "Note",
                entry.title(),
                actor,
                entry.html(),
                entry.published(),
                entry.updated().equals(entry.published()) ? null : entry.updated(),
                address,
                to,
                tags);
        return new Activity(address + "#create", "Create", actor, entry.published(), to, thing);
    }

    /** Chosen people stay unnamed, as everywhere. */
    private static List<String> readers(Entry entry, String actor, String origin) {
        return switch (entry.audience()) {
            case "everyone" -> List.of(origin + "/people");
            case "followers" -> List.of(actor + "/followers");
            default ->
                entry.community() == null
                        ? List.of()
                        : List.of(origin + "/communities/" + entry.community() + "/members");
        };
    }
}
