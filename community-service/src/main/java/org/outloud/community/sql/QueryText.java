package org.outloud.community.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.outloud.platform.problem.Invalid;

/** Texts that come with a query. */
public final class QueryText {

    private static final int LONGEST = 200;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private QueryText() {}

    /** A text to be found exactly. */
    public static String exact(String field, String text) {
        if (text.length() > LONGEST) {
            throw Invalid.field(field, "too-long", "At most " + LONGEST + " characters.");
        }
        if (text.indexOf('\0') >= 0) {
            throw Invalid.field(field, "nul-character", "No text here has a NUL character.");
        }
        return text;
    }

    /** What people type into a search box, as one query of {@code to_tsquery} a word: each may be begun only. */
    public static List<String> words(String text) {
        return Arrays.stream(BETWEEN.split(exact("q", text).toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .map(word -> word + ":*")
                .toList();
    }
}
