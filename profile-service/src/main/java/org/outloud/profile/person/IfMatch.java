package org.outloud.profile.person;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.problem.Stale;

/** The version that an edit was made from; without one, the edit wins over whatever is there. */
public record IfMatch(@Nullable String header) {

    /** Refuses with 412 when the thing is at another version. SCIM's clients send weak tags, and mean the same. */
    public void require(long version) {
        if (header == null) {
            return;
        }
        String current = "\"" + version + "\"";
        boolean matches = Arrays.stream(header.split(",", -1))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals("*") || tag.equals(current));
        if (!matches) {
            throw new Stale();
        }
    }
}
