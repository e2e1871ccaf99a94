package org.outloud.platform.problem;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Something that the answer needs is still on its way; trying again shortly will do. */
public final class Unready extends Refusal {

    private static final long serialVersionUID = 1L;
    private static final Duration SHORTLY = Duration.ofSeconds(2);

    /** Names what is awaited. */
    public Unready(String code) {
        super(HttpStatus.SERVICE_UNAVAILABLE, code);
    }

    @Override
    Duration retryAfter() {
        return SHORTLY;
    }
}
