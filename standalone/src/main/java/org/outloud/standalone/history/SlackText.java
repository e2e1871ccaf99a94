package org.outloud.standalone.history;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Slack's markup, made Markdown. */
final class SlackText {

    private static final Pattern REFERENCE = Pattern.compile("<([^<>\\n]+)>");
    private static final Pattern BOLD = Pattern.compile("(?<![\\w*])\\*(?=\\S)([^*\\n]*\\S)\\*(?![\\w*])");
    private static final Pattern STRUCK = Pattern.compile("(?<![\\w~])~(?=\\S)([^~\\n]*\\S)~(?![\\w~])");
    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\\n]+`", Pattern.DOTALL);

    private final Map<String, String> people;

    /** @param people user names here by Slack's identifiers */
    SlackText(Map<String, String> people) {
        this.people = people;
    }

    String markdown(String text) {
        StringBuilder whole = new StringBuilder();
        int at = 0;
        for (MatchResult code : CODE.matcher(text).results().toList()) {
            whole.append(words(text.substring(at, code.start()))).append(plain(code.group()));
            at = code.end();
        }
        return whole.append(words(text.substring(at))).toString().strip();
    }

    private String words(String text) {
        String styled = STRUCK.matcher(BOLD.matcher(text).replaceAll("**$1**")).replaceAll("~~$1~~");
        return entities(REFERENCE.matcher(styled).replaceAll(found -> quoted(reference(found.group(1)))));
    }

    /** Within code nothing is styled, but addresses stand in angle brackets all the same. */
    private String plain(String code) {
        return entities(REFERENCE
                .matcher(code)
                .replaceAll(found -> quoted(found.group(1).split("\\|", 2)[0])));
    }

    private String reference(String inside) {
        String[] parts = inside.split("\\|", 2);
        String target = parts[0];
        String label = parts.length > 1 ? parts[1] : "";
        return switch (target.charAt(0)) {
            case '@' -> mention(target.substring(1), label);
            case '#' -> label.isEmpty() ? target.substring(1) : label;
            case '!' -> label.isEmpty() ? target.substring(1).split("\\^", 2)[0] : label.replaceFirst("^@", "");
            default -> label.isEmpty() ? "<" + target + ">" : "[" + label.replace("]", "\\]") + "](<" + target + ">)";
        };
    }

    private String mention(String id, String label) {
        String known = people.get(id);
        if (known != null) {
            return "@" + known;
        }
        return label.isEmpty() ? "somebody" : label;
    }

    private static String quoted(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }

    private static String entities(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
