package org.outloud.feed.moderation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.outloud.platform.problem.Invalid;

/** What a moderator may decide about a case, and in which states of it. */
enum Decision {
    DISMISS("dismissed", Set.of("open")),
    HIDE("hidden", Set.of("open")),
    RESTORE("restored", Set.of("hidden", "appealed", "upheld")),
    UPHOLD("upheld", Set.of("appealed"));

    private final String state;

    /** Never changed. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> from;

    Decision(String state, Set<String> from) {
        this.state = state;
        this.from = from;
    }

    static Decision of(String word) {
        return Arrays.stream(values())
                .filter(decision -> decision.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Invalid.field("decision", "unknown-value", "One of " + words() + "."));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a case for which this was decided. */
    String state() {
        return state;
    }

    boolean possibleIn(String current) {
        return from.contains(current);
    }

    /** Whether it looks at what was decided before, and so leaves what was said then. */
    boolean answersAppeal() {
        return this == RESTORE || this == UPHOLD;
    }

    private static String words() {
        return Arrays.stream(values()).map(Decision::word).collect(Collectors.joining(", "));
    }
}
