package org.outloud.community.library;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.community.sql.Columns;
import org.outloud.contracts.CommunityId;
import org.outloud.platform.paging.Cursor;

/**
 * An entry as it is read.
 *
 * @param body Markdown as written; null in lists
 * @param postId the post that is kept; it is read where it is, by whoever may
 * @param authors who wrote it and how often, who wrote most first, as JSON
 * @param mine whether the viewer made it
 */
record LibraryView(
        UUID id,
        CommunityId communityId,
        Kind kind,
        String title,
        @Nullable String body,
        @Nullable String bodyHtml,
        @Nullable String url,
        @Nullable UUID postId,
        @JsonRawValue String authors,
        Instant createdAt,
        Instant editedAt,
        long version,
        boolean mine) {

    static LibraryView of(Readable row) {
        return new LibraryView(
                Columns.get(row, "id", UUID.class),
                new CommunityId(Columns.get(row, "community_id", UUID.class)),
                Kind.of(Columns.get(row, "kind", String.class)),
                Columns.get(row, "title", String.class),
                row.get("body", String.class),
                row.get("body_html", String.class),
                row.get("url", String.class),
                row.get("post_id", UUID.class),
                Columns.get(row, "authors", String.class),
                Columns.get(row, "created_at", Instant.class),
                Columns.get(row, "edited_at", Instant.class),
                Columns.get(row, "version", Long.class),
                Columns.get(row, "mine", Boolean.class));
    }

    Cursor place() {
        return new Cursor.At(createdAt, id);
    }
}
