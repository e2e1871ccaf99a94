package org.outloud.profile.directory;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outloud.profile.person.Faults;
import org.outloud.profile.person.Folded;
import org.outloud.profile.person.Profile;

/**
 * Whom somebody looks for.
 *
 * @param words in the syntax of {@code to_tsquery}: every word must be there, and may be begun only
 * @param spelled the words long enough to be misspelled, the longest first
 * @param brief the others, in the syntax of {@code to_tsquery}
 * @param following whether only those whom the viewer follows
 */
record DirectoryQuery(
        @Nullable String words,
        List<String> spelled,
        @Nullable String brief,
        @Nullable String department,
        @Nullable String skill,
        @Nullable String location,
        boolean following) {

    private static final int LONGEST = 200;
    private static final int LONGEST_SKILL = 80;
    private static final int SHORTEST_MISSPELLED = 3;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{IsAlphabetic}\\p{IsDigit}]+");

    static DirectoryQuery of(
            @Nullable String q,
            @Nullable String department,
            @Nullable String skill,
            @Nullable String location,
            boolean following) {
        Faults faults = new Faults();
        check("q", q, LONGEST, faults);
        check("department", department, Profile.LINE, faults);
        check("skill", skill, LONGEST_SKILL, faults);
        check("location", location, Profile.LINE, faults);
        faults.refuse();
        return new DirectoryQuery(
                words(q), spelled(q), brief(q), given(department), given(skill), given(location), following);
    }

    private static void check(String field, @Nullable String value, int longest, Faults faults) {
        if (value != null) {
            faults.checkText(field, value, longest);
        }
    }

    private static @Nullable String words(@Nullable String q) {
        return begun(each(q));
    }

    private static @Nullable String brief(@Nullable String q) {
        return begun(each(q).filter(word -> word.length() < SHORTEST_MISSPELLED));
    }

    private static @Nullable String begun(Stream<String> words) {
        return given(words.map(word -> word + ":*").collect(Collectors.joining(" & ")));
    }

    private static List<String> spelled(@Nullable String q) {
        return each(q).filter(word -> word.length() >= SHORTEST_MISSPELLED)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static Stream<String> each(@Nullable String q) {
        return q == null
                ? Stream.empty()
                : Arrays.stream(BETWEEN.split(Folded.of(q))).filter(word -> !word.isEmpty());
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
