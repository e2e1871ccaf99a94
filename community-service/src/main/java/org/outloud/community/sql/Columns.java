package org.outloud.community.sql;

import io.r2dbc.spi.Readable;
import java.util.Objects;

/** Columns of a row. */
public final class Columns {

    private Columns() {}

    /** A column that is never null. */
    public static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
