package org.outloud.profile.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How well somebody knows a skill, from the first steps to passing it on. */
public enum Level {
    LEARNS,
    WORKS_WITH,
    TEACHES;

    /** The level as the API names it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static Level of(String word) {
        return named(word).orElseThrow(() -> new IllegalArgumentException("No level is called " + word));
    }

    static Optional<Level> named(String word) {
        return Arrays.stream(values())
                .filter(level -> level.word().equals(word))
                .findFirst();
    }
}
