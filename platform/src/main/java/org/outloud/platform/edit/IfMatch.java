package org.outloud.platform.edit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.problem.Stale;

/** The version that an edit was made from ({@code If-Match}); without one the edit wins over whatever is there. */
public record IfMatch(@Nullable String header) {

    /** The {@code ETag} of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Refuses with 412 when the thing is at another version. SCIM's clients send weak tags, and mean the same. */
    public void require(long version) {
        if (header == null) {
            return;
        }
        boolean matches = Arrays.stream(header.split(",", -1))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals("*") || tag.equals(tag(version)));
        if (!matches) {
            throw new Stale();
        }
    }
}
