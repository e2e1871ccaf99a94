package org.outloud.feed.syndication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outloud.feed.post.PostView;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A post as a feed reader shows it.
 *
 * @param id without the origin in front
 * @param title its first line, in plain text
 * @param html sanitised, with whole addresses
 * @param updated when it was last edited, or written
 */
record Entry(
        String id,
        String kind,
        String title,
        String html,
        Instant published,
        Instant updated,
        Author author,
        List<String> tags,
        String audience,
        @Nullable String community) {

    private static final int LONGEST_TITLE = 100;

    /** Who wrote it. */
    record Author(String id, String name, @Nullable String avatar) {}

    static Entry of(PostView post, JsonMapper json, String origin) {
        JsonNode said = json.readTree(post.json());
        Instant published = Instant.parse(said.get("createdAt").stringValue());
        JsonNode edited = said.path("editedAt");
        JsonNode author = said.get("author");
        String picture = text(author, "avatar");
        return new Entry(
                said.get("id").stringValue(),
                said.get("kind").stringValue(),
                titleOf(
                        said.path("body").isNull() && said.at("/shared/post").isObject()
                                ? said.at("/shared/post")
                                : said),
                htmlOf(said).replace("href=\"/", "href=\"" + origin + "/"),
                published,
                edited.isString() ? Instant.parse(edited.stringValue()) : published,
                new Author(
                        author.get("id").stringValue(),
                        author.get("displayName").stringValue(),
                        picture == null || !picture.startsWith("/") ? picture : origin + picture),
                said.get("tags").valueStream().map(JsonNode::stringValue).toList(),
                said.at("/audience/type").stringValue(),
                text(said.path("community"), "slug"));
    }

    private static String titleOf(JsonNode said) {
        String first = Stream.of("body", "doing", "learned", "need")
                .map(field -> text(said, field))
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse("");
        String line = first.strip().lines().findFirst().orElse("").replaceFirst("^#{1,6}\\s+", "");
        return line.codePointCount(0, line.length()) <= LONGEST_TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }

    private static String htmlOf(JsonNode said) {
        List<String> parts = new ArrayList<>();
        add(parts, null, text(said, "bodyHtml"));
        add(parts, "Working on", text(said, "doingHtml"));
        add(parts, "Learned", text(said, "learnedHtml"));
        add(parts, "Stuck on", text(said, "needHtml"));
        JsonNode shared = said.at("/shared/post");
        if (shared.isObject()) {
            parts.add("<blockquote><p><a href=\"/posts/%s\">%s</a></p>\n%s</blockquote>"
                    .formatted(
                            shared.get("rootId").stringValue(),
                            HtmlUtils.htmlEscape(
                                    shared.at("/author/displayName").stringValue()),
                            htmlOf(shared)));
        }
        return String.join("\n", parts);
    }

    private static void add(List<String> parts, @Nullable String heading, @Nullable String html) {
        if (html != null && !html.isBlank()) {
            parts.add(heading == null ? html : "<p><strong>" + heading + "</strong></p>\n" + html);
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.stringValue() : null;
    }
}
