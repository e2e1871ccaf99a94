package org.outloud.platform.problem;

import org.springframework.http.HttpStatus;

/** The caller edits a version that is no longer the current one ({@code If-Match} failed). */
public final class Stale extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Somebody else was faster. */
    public Stale() {
        super(HttpStatus.PRECONDITION_FAILED, "stale");
    }
}
