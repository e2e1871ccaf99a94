package org.outloud.profile.expert;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * Why somebody can help.
 *
 * @param text in the reader's language
 * @param count how many things are behind it, as many as the evidence names
 */
record Reason(Kind kind, String text, int count, List<EvidenceItem> evidence) {

    /** Where the reason comes from. */
    enum Kind {
        ANSWERS,
        POSTS,
        ASK_ME_ABOUT,
        SKILL,
        NETWORK,
        AVAILABLE;

        /** The kind as the API names it. */
        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
