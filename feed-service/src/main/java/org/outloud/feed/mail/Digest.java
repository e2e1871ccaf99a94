package org.outloud.feed.mail;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person is told in one mail.
 *
 * @param more how many lines are left out
 */
record Digest(Reader reader, List<Line> lines, int more) {

    /** The most lines of a mail. */
    static final int MOST = 20;

    /**
     * Whom it is for.
     *
     * @param unsubscribe the key that ends their digests
     */
    record Reader(
            UUID person,
            UUID unsubscribe,
            String address,
            @Nullable String language) {}

    /**
     * What happened in one thread.
     *
     * @param others how many besides the actor
     * @param words of the thread; null when not everybody here may read them
     */
    record Line(
            String kind,
            int count,
            String actor,
            int others,
            @Nullable String words,
            UUID thread,
            UUID subject) {

        /** Where it is read. */
        String path() {
            return "/posts/" + thread + (subject.equals(thread) ? "" : "#reply-" + subject);
        }

        /** The first line of the words without marks; null when they stay here. */
        @Nullable
        String title() {
            if (words == null) {
                return null;
            }
            String line = words.lines()
                    .filter(each -> !each.isBlank())
                    .findFirst()
                    .orElse("")
                    .replaceFirst("^#+\\s+", "")
                    .replaceAll("[*_`>\\p{Cntrl}]", "")
                    .strip();
            return line.isEmpty() ? null : line.length() > 120 ? line.substring(0, 119) + "…" : line;
        }
    }
}
