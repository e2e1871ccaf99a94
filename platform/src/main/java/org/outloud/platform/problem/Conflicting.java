package org.outloud.platform.problem;

import org.springframework.http.HttpStatus;

/** The request contradicts what is already so. */
public final class Conflicting extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Names what it contradicts. */
    public Conflicting(String code, Object... arguments) {
        super(HttpStatus.CONFLICT, code, arguments);
    }
}
