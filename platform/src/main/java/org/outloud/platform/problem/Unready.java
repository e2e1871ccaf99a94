package org.outloud.platform.problem;

import org.springframework.http.HttpStatus;

/** Something that the answer needs is still on its way; trying again shortly will do. */
public final class Unready extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Names what is awaited. */
    public Unready(String code) {
        super(HttpStatus.SERVICE_UNAVAILABLE, code);
    }
}
