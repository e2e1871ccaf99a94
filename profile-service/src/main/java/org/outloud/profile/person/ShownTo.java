package org.outloud.profile.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who sees a field. */
public enum ShownTo {
    EVERYONE,
    /** Whom the person follows, and who follows them. */
    NETWORK,
    ME;

    /** The word of the API and the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static ShownTo of(String word) {
        return named(word).orElseThrow(() -> new IllegalArgumentException("Nobody is called " + word));
    }

    static Optional<ShownTo> named(String word) {
        return Arrays.stream(values())
                .filter(shown -> shown.word().equals(word))
                .findFirst();
    }
}
