package org.outloud.platform.problem;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The caller does too much too fast; after a while it may go on. */
public final class Hasty extends Refusal {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    /** Names the limit, and how long to wait. */
    public Hasty(String code, Duration wait, Object... arguments) {
        super(HttpStatus.TOO_MANY_REQUESTS, code, arguments);
        this.wait = wait;
    }

    @Override
    Duration retryAfter() {
        return wait;
    }
}
