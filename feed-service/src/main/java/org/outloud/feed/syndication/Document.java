package org.outloud.feed.syndication;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a feed, before it is written in one of the formats.
 *
 * @param id the path that names the feed whatever address it was fetched from
 * @param self the whole address it was fetched from
 * @param page path of the screen that shows the same
 * @param next whole address of the page behind this one
 * @param entries newest first
 */
record Document(
        String id,
        String title,
        String self,
        String page,
        @Nullable String next,
        List<Entry> entries) {

    Instant updated() {
        return entries.stream()
                .map(Entry::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
