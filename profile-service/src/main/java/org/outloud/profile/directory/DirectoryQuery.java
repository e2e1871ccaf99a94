package org.outloud.profile.directory;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.outloud.profile.person.Faults;
import org.outloud.profile.person.Folded;
import org.outloud.profile.person.Profile;

/**
 * Whom somebody looks for.
 *
 * @param words in the syntax of {@code to_tsquery}: every word must be there, and may be begun only
 */
record DirectoryQuery(
        @Nullable String words,
        @Nullable String department,
        @Nullable String skill,
        @Nullable String location) {

    private static final int LONGEST = 200;
    private static final int LONGEST_SKILL = 80;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{IsAlphabetic}\\p{IsDigit}]+");

    static DirectoryQuery of(
            @Nullable String q, @Nullable String department, @Nullable String skill, @Nullable String location) {
        Faults faults = new Faults();
        check("q", q, LONGEST, faults);
        check("department", department, Profile.LINE, faults);
        check("skill", skill, LONGEST_SKILL, faults);
        check("location", location, Profile.LINE, faults);
        faults.refuse();
        return new DirectoryQuery(words(q), given(department), given(skill), given(location));
    }

    private static void check(String field, @Nullable String value, int longest, Faults faults) {
        if (value != null) {
            faults.checkText(field, value, longest);
        }
    }

    private static @Nullable String words(@Nullable String q) {
        if (q == null) {
            return null;
        }
        return given(Arrays.stream(BETWEEN.split(Folded.of(q)))
                .filter(word -> !word.isEmpty())
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & ")));
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
