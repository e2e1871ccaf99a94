package org.outloud.feed.moderation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.outloud.platform.problem.Invalid;

/** Why somebody reports a post. */
enum Reason {
    HURTFUL,
    CONFIDENTIAL,
    MISLEADING,
    SPAM,
    OTHER;

    static Reason of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Invalid.field("reason", "unknown-value", "One of " + words() + "."));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String words() {
        return Arrays.stream(values()).map(Reason::word).collect(Collectors.joining(", "));
    }
}
