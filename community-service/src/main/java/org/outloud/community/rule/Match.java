package org.outloud.community.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How many of a rule's conditions have to be true of somebody. */
public enum Match {
    ALL,
    ANY;

    /** The word that clients use. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
