package org.outloud.feed.guard;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.outloud.platform.problem.Invalid;

/**
 * A regular expression whose search takes time in proportion to the text, whatever it says: RE2 knows no backtracking, and an
 * expression that grows too large by its repetitions is refused before it is compiled.
 */
final class Expression {

    private static final int MOST_REPEATED = 1_000;
    private static final int MOST_FOUND = 5;
    private static final java.util.regex.Pattern REPEATED =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

    private final Pattern pattern;

    /** Some characters of a text, from an index to the one behind the last. */
    record Found(int from, int to) {}

    private Expression(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Reads what an administrator wrote; an {@link Invalid} that names the fault when it cannot be used. */
    static Expression read(String written) {
        requireSmall(written);
        Pattern compiled;
        try {
            compiled = Pattern.compile(written, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException fault) {
            throw Invalid.field("expression", "malformed", "Not an expression that can be searched for.");
        }
        if (compiled.matcher("").find()) {
            throw Invalid.field(
                    "expression", "finds-nothing", "This expression finds an empty text, and so every text.");
        }
        return new Expression(compiled);
    }

    /** The first few places in a text. */
    List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (found.size() < MOST_FOUND && matcher.find()) {
            if (matcher.end() > matcher.start()) {
                found.add(new Found(matcher.start(), matcher.end()));
            }
        }
        return found;
    }

    /** Repetitions inside each other multiply, so all are taken as if they were. */
    private static void requireSmall(String written) {
        long size = 1;
        for (java.util.regex.Matcher repeated = REPEATED.matcher(written); repeated.find(); ) {
            String most = repeated.group(2);
            size *= Math.max(1, Long.parseLong(most == null || most.isEmpty() ? repeated.group(1) : most));
            if (size > MOST_REPEATED) {
                throw Invalid.field(
                        "expression", "too-large", "Counted repetitions may come to " + MOST_REPEATED + " together.");
            }
        }
    }
}
