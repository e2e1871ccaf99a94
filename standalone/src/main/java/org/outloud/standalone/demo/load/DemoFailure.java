package org.outloud.standalone.demo.load;

import org.jspecify.annotations.Nullable;

/** What kept the demo from going on, in one line for whoever started it. */
public final class DemoFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DemoFailure(String message) {
        this(message, null);
    }

    DemoFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
