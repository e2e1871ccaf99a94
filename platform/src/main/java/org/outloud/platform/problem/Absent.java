package org.outloud.platform.problem;

import org.springframework.http.HttpStatus;

/** There is nothing here for the caller: it does not exist, or its existence is none of the caller's business. */
public final class Absent extends Refusal {

    private static final long serialVersionUID = 1L;

    /** One answer for all that is missing, so that nothing can be learned from it. */
    public Absent() {
        super(HttpStatus.NOT_FOUND, "not-found");
    }
}
