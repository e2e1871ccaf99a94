package org.outloud.feed.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The part of a text that shows best why it was found, as HTML of which only {@code mark} is no text. */
final class Highlight {

    private static final int LONGEST = 240;
    private static final int LEAD_IN = 60;
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    private Highlight() {}

    /**
     * Marks words in a text.
     *
     * @param matched in lower case, NFKC
     */
    static String ofHtml(String html, Set<String> matched) {
        String text = HtmlUtils.htmlUnescape(TAG.matcher(html).replaceAll(" "));
        return of(text.replaceAll("\\s+", " ").strip(), matched);
    }

    static String of(String text, Set<String> matched) {
        List<int[]> marks = marks(text, matched);
        int from = best(text, marks);
        int to = Math.min(text.length(), from + LONGEST);
        StringBuilder html = new StringBuilder(from > 0 ? "… " : "");
        int at = from;
        for (int[] mark : marks) {
            if (mark[0] >= from && mark[1] <= to) {
                html.append(escaped(text.substring(at, mark[0])))
                        .append("<mark>")
                        .append(escaped(text.substring(mark[0], mark[1])))
                        .append("</mark>");
                at = mark[1];
            }
        }
        int end = to < text.length() ? Math.max(at, lastGap(text, at, to)) : to;
        html.append(escaped(text.substring(at, end)));
        return html.append(end < text.length() ? " …" : "").toString();
    }

    private static List<int[]> marks(String text, Set<String> matched) {
        List<int[]> marks = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String plain =
                    Normalizer.normalize(word.group(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
            if (matched.contains(plain)) {
                marks.add(new int[] {word.start(), word.end()});
            }
        }
        return marks;
    }

    /** Where to begin so that the most marks are in sight. */
    private static int best(String text, List<int[]> marks) {
        int best = 0;
        int most = 0;
        for (int[] first : marks) {
            int from = Math.max(0, first[0] - LEAD_IN);
            int start = from == 0 ? 0 : text.indexOf(' ', from) + 1;
            int begin = start <= 0 || start > first[0] ? first[0] : start;
            int window = text.length() <= LONGEST || first[0] < LEAD_IN ? 0 : begin;
            int seen = 0;
            for (int[] mark : marks) {
                if (mark[0] >= window && mark[1] <= window + LONGEST) {
                    seen++;
                }
            }
            if (seen > most) {
                most = seen;
                best = window;
            }
        }
        return best;
    }

    private static int lastGap(String text, int from, int to) {
        int gap = text.lastIndexOf(' ', to);
        return gap > from ? gap : to - (Character.isHighSurrogate(text.charAt(to - 1)) ? 1 : 0);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
