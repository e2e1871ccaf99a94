package org.outloud.feed.guard;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What happens to words that a pattern finds. */
enum Effect {
    /** Their author is asked once, and may say that they are harmless. */
    WARN("warn"),
    /** They are not published. */
    BLOCK("block");

    private final String word;

    Effect(String word) {
        this.word = word;
    }

    @JsonValue
    String word() {
        return word;
    }

    static Optional<Effect> of(String word) {
        return Arrays.stream(values())
                .filter(effect -> effect.word.equals(word))
                .findFirst();
    }
}
