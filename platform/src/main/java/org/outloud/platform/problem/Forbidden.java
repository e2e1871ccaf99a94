package org.outloud.platform.problem;

import org.springframework.http.HttpStatus;

/** The caller is known and may know of the thing, but may not do this. */
public final class Forbidden extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Names the rule that forbids it. */
    public Forbidden(String code, Object... arguments) {
        super(HttpStatus.FORBIDDEN, code, arguments);
    }
}
