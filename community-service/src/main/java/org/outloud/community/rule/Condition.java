package org.outloud.community.rule;

import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One condition as it is kept.
 *
 * @param value the department's name, or the id of the manager or group
 */
record Condition(@NotNull Attribute attribute, @NotNull String value) {

    /** The department; null for the other kinds. */
    @Nullable
    String word() {
        return attribute == Attribute.DEPARTMENT ? value : null;
    }

    /** The manager or group; null for a department, and for what cannot be one. */
    @Nullable
    UUID ref() {
        try {
            return attribute == Attribute.DEPARTMENT ? null : UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What makes two conditions the same. */
    String key() {
        return attribute.word() + " " + value.toLowerCase(Locale.ROOT);
    }
}
