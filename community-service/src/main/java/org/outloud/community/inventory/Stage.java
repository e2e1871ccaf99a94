package org.outloud.community.inventory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.outloud.platform.problem.Invalid;

/** Where a community of practice is in its life: the five stages of the literature, and two ways of not being alive. */
public enum Stage {
    POTENTIAL,
    COALESCING,
    MATURING,
    STEWARDSHIP,
    TRANSFORMATION,
    DORMANT,
    CLOSED;

    /** The word that clients and the database use. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a word; refuses one that is none, in the name of its field. */
    public static Stage of(String field, String word) {
        return Arrays.stream(values())
                .filter(stage -> stage.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Invalid.field(field, "unknown-value", "One of " + String.join(", ", words()) + "."));
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Stage::word).toList();
    }
}
