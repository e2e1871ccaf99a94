package org.outloud.community.sheet;

import java.util.regex.Pattern;

/**
 * Texts in cells that a spreadsheet must not take for formulas. An apostrophe before such a text makes a text of it, and
 * is taken off again when it is read.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
final class Cells {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠]");

    private Cells() {}

    /** The text as it can be opened in a spreadsheet without harm. */
    static String harmless(String text) {
        return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    /** The text that {@link #harmless} was made of; any other as it is. */
    static String plain(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
