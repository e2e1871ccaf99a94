package org.outloud.community.person;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.community.sql.Columns;
import org.outloud.contracts.PersonId;

/** As much of a person as stands beside what they take part in. */
public record PersonRef(
        PersonId id,
        String userName,
        String displayName,
        @Nullable String avatar,
        @Nullable String department) {

    /** The columns that {@link #of} reads, of a {@code person p}. */
    public static final String COLUMNS = "p.id as person_id, p.user_name, p.display_name, p.avatar, p.department";

    /** Reads {@link #COLUMNS}. */
    public static PersonRef of(Readable row) {
        return new PersonRef(
                new PersonId(Columns.get(row, "person_id", UUID.class)),
                Columns.get(row, "user_name", String.class),
                Columns.get(row, "display_name", String.class),
                row.get("avatar", String.class),
                row.get("department", String.class));
    }
}
