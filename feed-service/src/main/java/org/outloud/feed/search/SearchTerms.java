package org.outloud.feed.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed to find something: words, {@code "phrases"}, and either with a {@code -} before it for what shall not
 * be there.
 */
record SearchTerms(List<String> wanted, List<String> unwanted) {

    private static final Pattern TERM = Pattern.compile("(-?)(?:[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]?|([^\\s\"“”„«»]+))");
    private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");

    static SearchTerms of(String typed) {
        List<String> wanted = new ArrayList<>();
        List<String> unwanted = new ArrayList<>();
        Matcher term = TERM.matcher(typed);
        while (term.find()) {
            String words = term.group(2) == null ? term.group(3) : term.group(2);
            if (SAYS_SOMETHING.matcher(words).find()) {
                (term.group(1).isEmpty() ? wanted : unwanted).add(words.strip());
            }
        }
        return new SearchTerms(List.copyOf(wanted), List.copyOf(unwanted));
    }
}
