package org.outloud.community.library;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of an entry.
 *
 * @param editor who wrote it, as JSON; null when that one is not there for the viewer
 */
record Edition(
        long version,
        @JsonRawValue @Nullable String editor,
        Instant editedAt,
        String title,
        @Nullable String body,
        @Nullable String url) {}
