package org.outloud.feed.post;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.problem.Invalid;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An edit in the manner of JSON merge patch (RFC 7396): what is sent replaces, null clears, what is not sent stays. */
final class WordsEdit {

    private static final Map<String, Integer> LONGEST =
            Map.of("body", 20_000, "doing", 5_000, "learned", 5_000, "need", 5_000);

    private final ObjectNode edit;

    private WordsEdit(ObjectNode edit) {
        this.edit = edit;
    }

    /** What the post would say; an {@link Invalid} for what cannot be changed or kept. */
    static Words apply(Words now, ObjectNode edit) {
        edit.propertyNames().stream()
                .filter(field -> !LONGEST.containsKey(field))
                .findFirst()
                .ifPresent(field -> {
                    throw Invalid.field(field, "not-editable", "Only the words of a post can be changed.");
                });
        WordsEdit read = new WordsEdit(edit);
        return Words.of(
                read.text("body", now.body()),
                read.text("doing", now.doing()),
                read.text("learned", now.learned()),
                read.text("need", now.need()));
    }

    private @Nullable String text(String field, @Nullable String now) {
        JsonNode sent = edit.get(field);
        if (sent == null || sent.isNull()) {
            return sent == null ? now : null;
        }
        if (!sent.isString() || sent.stringValue().indexOf('\0') >= 0) {
            throw Invalid.field(field, "malformed", "This field is a text.");
        }
        int longest = LONGEST.getOrDefault(field, 0);
        if (sent.stringValue().length() > longest) {
            throw Invalid.field(field, "too-long", "At most " + longest + " characters.");
        }
        return sent.stringValue();
    }
}
