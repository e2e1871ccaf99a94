package org.outloud.profile.scim.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Entra ID looks a person up by {@code emails[type eq "work"].value eq "ada@…"}: a path of PATCH in the place of a
 * filter, which the grammar of filters (RFC 7644, 3.4.2.2) does not know. It means
 * {@code emails[(type eq "work") and value eq "ada@…"]}.
 */
final class ValuePaths {

    private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*+\"";

    private static final Pattern TOKEN = Pattern.compile(
            TEXT + "|\\[|\\]\\.(?<comparison>\\w++\\s++(?:pr\\b|\\w++\\s++(?:" + TEXT + "|[^\\s()\\[\\]\"]++)))",
            Pattern.CASE_INSENSITIVE);

    private ValuePaths() {}

    /** The filter as the grammar has it. */
    static String inBrackets(String filter) {
        StringBuilder written = new StringBuilder();
        Matcher token = TOKEN.matcher(filter);
        int opened = 0;
        while (token.find()) {
            token.appendReplacement(written, "");
            String comparison = token.group("comparison");
            if (comparison != null) {
                written.insert(opened, '(').append(") and ").append(comparison).append(']');
                continue;
            }
            written.append(token.group());
            if (token.group().equals("[")) {
                opened = written.length();
            }
        }
        return token.appendTail(written).toString();
    }
}
