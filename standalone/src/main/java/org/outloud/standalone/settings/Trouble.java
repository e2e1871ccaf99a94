package org.outloud.standalone.settings;

import org.jspecify.annotations.Nullable;

/** Something the person at the keyboard can mend. The message is one line that says what is wrong and what to do. */
public final class Trouble extends RuntimeException {

    public Trouble(String line) {
        super(line);
    }

    public Trouble(String line, @Nullable Throwable cause) {
        super(line, cause);
    }

    /** The line to print; never null, unlike {@link #getMessage()}. */
    public String line() {
        return String.valueOf(getMessage());
    }
}
