package org.outloud.standalone.history;

import org.jspecify.annotations.Nullable;

/** Why an export cannot be read, in a line for whoever brings it. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(String line) {
        this(line, null);
    }

    Unreadable(String line, @Nullable Throwable cause) {
        super(line, cause);
    }
}
