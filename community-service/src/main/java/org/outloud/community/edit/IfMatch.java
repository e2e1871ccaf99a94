package org.outloud.community.edit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.problem.Stale;

/** The version that an edit was made from ({@code If-Match}); without one the edit wins over whatever is there. */
public record IfMatch(@Nullable String header) {

    /** The {@code ETag} of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Refuses with 412 when the thing is at another version. */
    public void require(long version) {
        if (header == null) {
            return;
        }
        boolean matches = Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(tag(version)));
        if (!matches) {
            throw new Stale();
        }
    }
}
