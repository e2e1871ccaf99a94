package org.outloud.platform.imports;

import org.jspecify.annotations.Nullable;

/**
 * A line on its way in.
 *
 * @param number as people count it in what they sent
 * @param body a JSON object; blank when the line could not be read
 * @param fault why it could not be read, else null
 */
public record ImportRow(long number, String body, @Nullable LineRejected fault) {

    /** A line that was read. */
    public static ImportRow of(long number, String body) {
        return new ImportRow(number, body, null);
    }

    /** A line that could not be read. */
    public static ImportRow unread(long number, LineRejected fault) {
        return new ImportRow(number, "", fault);
    }
}
