package org.outloud.profile.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reason to follow somebody.
 *
 * @param things the people, skills or interests behind it, or the department; a few
 * @param more whether there are others than these
 */
record Why(Kind kind, List<Thing> things, boolean more) {

    private static final int FEW = 3;

    static Why of(Kind kind, List<Thing> things) {
        return new Why(kind, things.stream().limit(FEW).toList(), things.size() > FEW);
    }

    /** Where the reason comes from. */
    enum Kind {
        FOLLOWED_BY,
        DEPARTMENT,
        SKILLS,
        INTERESTS;

        /** The kind as the API names it. */
        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What two people share.
     *
     * @param id of a person, null for anything else
     */
    record Thing(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UUID id,

            String name) {}
}
