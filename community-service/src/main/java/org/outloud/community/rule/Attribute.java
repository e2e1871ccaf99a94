package org.outloud.community.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.outloud.platform.problem.Invalid;

/** What a condition is about. All of it is HR's word: what people write about themselves opens no door. */
public enum Attribute {
    /** The department, whatever the profile shows. */
    DEPARTMENT,
    /** Reports to somebody, directly or through others. */
    MANAGER,
    /** Is in one of HR's groups. */
    GROUP;

    /** The word that clients and the database use. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a word; refuses one that is none. */
    static Attribute of(String word) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Invalid.field("attribute", "unknown-value", "One of department, manager, group."));
    }
}
