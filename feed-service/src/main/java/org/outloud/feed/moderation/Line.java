package org.outloud.feed.moderation;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;
import org.outloud.platform.paging.Cursor;

/**
 * One item of a list, as JSON that PostgreSQL has built.
 *
 * @param at its place in the list, with the id
 */
public record Line(UUID id, Instant at, String said) {

    /** The whole as JSON. */
    @JsonValue
    @JsonRawValue
    public String json() {
        return said;
    }

    /** Where the next page goes on. */
    public Cursor.At place() {
        return new Cursor.At(at, id);
    }
}
