package org.outloud.feed.recognition;

import java.util.Arrays;
import java.util.Locale;
import org.outloud.platform.problem.Invalid;

/** The kinds of small acknowledgement that people give. */
enum Thanks {
    LIKE,
    HELPED,
    TAUGHT,
    INSPIRED,
    TRIED;

    /** The word that clients and the database use. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Thanks of(String word) {
        return Arrays.stream(values())
                .filter(thanks -> thanks.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> Invalid.field("kind", "unknown-value", "One of like, helped, taught, inspired, tried."));
    }
}
