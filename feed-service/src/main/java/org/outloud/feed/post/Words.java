package org.outloud.feed.post;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.privacy.Scrub;

/**
 * What a post says, in Markdown as written; blank parts are absent.
 *
 * @param doing what I am working on
 * @param learned what I learned
 * @param need where I am stuck, what I need
 */
public record Words(
        @Nullable String body,
        @Nullable String doing,
        @Nullable String learned,
        @Nullable String need) {

    static Words of(@Nullable String body, @Nullable String doing, @Nullable String learned, @Nullable String need) {
        return new Words(present(body), present(doing), present(learned), present(need));
    }

    /** The same without a name. */
    Words scrubbed(Scrub scrub) {
        return of(scrub.of(body), scrub.of(doing), scrub.of(learned), scrub.of(need));
    }

    boolean isEmpty() {
        return body == null && doing == null && learned == null && need == null;
    }

    /** What it says, by the name of the field. */
    Map<String, String> byField() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "body", body);
        put(fields, "doing", doing);
        put(fields, "learned", learned);
        put(fields, "need", need);
        return fields;
    }

    /** All parts, joined by a space. */
    String joined() {
        return String.join(" ", byField().values());
    }

    private static void put(Map<String, String> fields, String field, @Nullable String text) {
        if (text != null) {
            fields.put(field, text);
        }
    }

    private static @Nullable String present(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
