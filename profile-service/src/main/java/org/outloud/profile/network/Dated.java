package org.outloud.profile.network;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Page;
import org.outloud.profile.directory.PersonSummary;
import org.outloud.profile.directory.Summaries;

/** Somebody in a list that shows the latest first. */
record Dated(PersonSummary person, Instant since) {

    private static final Cursor.At FIRST_PAGE = new Cursor.At(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    /** A row of {@link Summaries#COLUMNS} and {@code since}. */
    static Dated of(Readable row) {
        return new Dated(Summaries.toSummary(row), Objects.requireNonNull(row.get("since", Instant.class)));
    }

    /** Where a page begins. */
    static Cursor.At before(Cursor.@Nullable At after) {
        return after == null ? FIRST_PAGE : after;
    }

    /** The page of people, from up to one more than it holds. */
    static Page<PersonSummary> page(List<Dated> read, int limit) {
        Page<Dated> page = Page.of(read, limit, Dated::place);
        return new Page<>(page.items().stream().map(Dated::person).toList(), page.next());
    }

    private Cursor place() {
        return new Cursor.At(since, person.id().value());
    }
}
