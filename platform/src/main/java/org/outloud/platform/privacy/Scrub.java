package org.outloud.platform.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes one name out of texts and puts another in. Mentions always; a full name and a user name that looks like one where
 * they stand by themselves. A bare first name stays: it may be anybody's, or a word.
 */
public final class Scrub {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String NOT_IN_A_WORD = "(?<![\\p{L}\\p{N}])";
    private static final String NOT_BEFORE_MORE = "(?![\\p{L}\\p{N}])";

    private record Rule(Pattern pattern, String replacement) {}

    private final List<Rule> rules = new ArrayList<>();
    private final String[] patterns;

    /** Prepares to call somebody otherwise. */
    public Scrub(Naming old, Naming pseudonym) {
        patterns = new String[] {containing(old.userName()), containing(old.displayName())};
        String userName = Pattern.quote(old.userName());
        rules.add(rule("@" + userName + "(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])", "@" + pseudonym.userName()));
        if (old.userName().chars().anyMatch(letter -> !Character.isLetter(letter))) {
            rules.add(rule(NOT_IN_A_WORD + userName + NOT_BEFORE_MORE, pseudonym.userName()));
        }
        if (old.displayName().strip().indexOf(' ') > 0) {
            String words = Pattern.quote(old.displayName().strip()).replace(" ", "\\E\\s+\\Q");
            rules.add(rule(NOT_IN_A_WORD + words + NOT_BEFORE_MORE, pseudonym.displayName()));
        }
    }

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern, FLAGS), Matcher.quoteReplacement(replacement));
    }

    /** For SQL's {@code like any}: what a text in lower case that may hold the name looks like. */
    public String[] patterns() {
        return patterns.clone();
    }

    private static String containing(String name) {
        String literal = name.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        return "%" + literal.replaceAll("\\s+", "%") + "%";
    }

    /** The text without the name. */
    public @Nullable String of(@Nullable String text) {
        String scrubbed = text;
        for (Rule rule : rules) {
            scrubbed =
                    scrubbed == null ? null : rule.pattern().matcher(scrubbed).replaceAll(rule.replacement());
        }
        return scrubbed;
    }
}
