package org.outloud.feed.moderation;

import org.jspecify.annotations.Nullable;

/** Texts as people send them. */
public final class Texts {

    private Texts() {}

    /** Without blanks around it; null when nothing is left. */
    public static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
