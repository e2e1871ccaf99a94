package org.outloud.platform.paging;

import org.jspecify.annotations.Nullable;
import org.outloud.platform.problem.Invalid;

/** How many items a page holds: 1 to 100, 20 unless asked otherwise. */
public final class Limit {

    private static final int DEFAULT = 20;
    private static final int MOST = 100;

    private Limit() {}

    /** Reads the {@code limit} parameter. */
    public static int of(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT;
        }
        if (asked < 1 || asked > MOST) {
            throw Invalid.field("limit", "out-of-range", "A page holds 1 to 100 items.");
        }
        return asked;
    }
}
