package org.outloud.platform.imports;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One line of an import, read field by field; a field that cannot be read rejects the line with the field's name.
 *
 * @param number counted from 1, as editors show it
 */
public record ImportLine(long number, JsonNode body) {

    /** The line's {@code type}. */
    public String type() {
        return text("type", 64);
    }

    /** A text that must be there. */
    public String text(String field, int longest) {
        String text = optionalText(field, longest);
        if (text == null || text.isBlank()) {
            throw new LineRejected(field, "required", "This field is required.");
        }
        return text;
    }

    /** A text that may be absent. */
    public @Nullable String optionalText(String field, int longest) {
        JsonNode node = body.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw new LineRejected(field, "malformed", "This field is a text.");
        }
        String text = node.stringValue();
        if (text.length() > longest) {
            throw new LineRejected(field, "too-long", "At most " + longest + " characters.");
        }
        if (text.indexOf('\0') >= 0) {
            throw new LineRejected(field, "nul-character", "NUL characters cannot be kept.");
        }
        return text;
    }

    /** One of a few words; the default when absent. */
    public String word(String field, String otherwise, List<String> allowed) {
        String word = optionalText(field, 64);
        if (word == null) {
            return otherwise;
        }
        if (!allowed.contains(word)) {
            throw new LineRejected(field, "unknown-value", "One of " + String.join(", ", allowed) + ".");
        }
        return word;
    }

    /** Texts; empty when absent. */
    public List<String> texts(String field, int most, int longest) {
        JsonNode node = body.get(field);
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (!node.isArray() || node.size() > most) {
            throw new LineRejected(field, "malformed", "A list of at most " + most + " texts.");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : node) {
            if (!item.isString()
                    || item.stringValue().length() > longest
                    || item.stringValue().indexOf('\0') >= 0) {
                throw new LineRejected(field, "malformed", "Each is a text of at most " + longest + " characters.");
            }
            texts.add(item.stringValue());
        }
        return texts;
    }

    /** An instant in ISO 8601 that must be there. */
    public Instant instant(String field) {
        Instant instant = optionalInstant(field);
        if (instant == null) {
            throw new LineRejected(field, "required", "This field is required.");
        }
        return instant;
    }

    /** An instant in ISO 8601 that may be absent. */
    public @Nullable Instant optionalInstant(String field) {
        String text = optionalText(field, 64);
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new LineRejected(field, "malformed", "An instant such as 2026-11-02T08:30:00Z.");
        }
    }
}
