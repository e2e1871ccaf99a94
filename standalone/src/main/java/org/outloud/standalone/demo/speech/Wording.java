package org.outloud.standalone.demo.speech;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.outloud.standalone.demo.source.Resources;

/**
 * Fills what varies in a text. {@code {a|b}} is one of both, {@code {hospital}} a word of the vocabulary, {@code {who}} and
 * the like what the setting says. Within one setting the same slot is filled the same way.
 */
public final class Wording {

    private static final Pattern SLOT = Pattern.compile("\\{([^{}]+)}");

    private final Phrases phrases;

    public Wording(Phrases phrases) {
        this.phrases = phrases;
    }

    public String fill(String text, Setting setting) {
        Matcher slot = SLOT.matcher(text);
        StringBuilder filled = new StringBuilder();
        int from = 0;
        while (slot.find()) {
            filled.append(text, from, slot.start());
            append(filled, value(slot.group(1), setting));
            from = slot.end();
        }
        return filled.append(text, from, text.length()).toString();
    }

    private String value(String slot, Setting setting) {
        String bound = setting.bound(slot);
        if (bound != null) {
            return bound;
        }
        List<String> choices = slot.contains("|") ? Resources.list(slot, "|") : phrases.of(slot);
        if (choices.isEmpty()) {
            throw new IllegalStateException("Nothing to put in the place of {" + slot + "}");
        }
        String value = setting.chance().oneOf(choices);
        setting.bind(slot, value);
        return value;
    }

    private static void append(StringBuilder text, String value) {
        boolean begins = text.isEmpty()
                || text.toString().endsWith(". ")
                || text.toString().endsWith("? ");
        text.append(begins ? value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1) : value);
    }
}
