package org.outloud.community.library;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an entry is. */
enum Kind {
    /** Words of the community's own. */
    PAGE,
    /** Something elsewhere. */
    LINK,
    /** A post of the community. */
    POST;

    /** The word that clients and the database use. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a word that is known to be one. */
    static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
