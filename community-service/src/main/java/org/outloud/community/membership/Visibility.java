package org.outloud.community.membership;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Who learns of a community and who may take part, the widest first. */
public enum Visibility {
    /** Everyone reads, everyone joins. */
    OPEN,
    /** Everyone sees its page; its stewards let people in. */
    CLOSED,
    /** Outsiders never learn that it exists. */
    SECRET;

    /** Whether what is said in the one may be read by people who could not read it in the other. */
    public boolean widerThan(Visibility other) {
        return compareTo(other) < 0;
    }

    /** The word that clients and the database use. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a word that is known to be one. */
    public static Visibility of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Visibility::word).toList();
    }
}
