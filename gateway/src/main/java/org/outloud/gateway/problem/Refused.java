package org.outloud.gateway.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem document, wherever in the chain it is thrown. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final @Nullable Duration retryAfter;

    /** Refuses for a reason that time alone does not mend. */
    public Refused(Fault fault) {
        this(fault, null);
    }

    /** Refuses for now. */
    public Refused(Fault fault, @Nullable Duration retryAfter) {
        super(fault.code(), null, false, false);
        this.fault = fault;
        this.retryAfter = retryAfter;
    }

    /** Why. */
    public Fault fault() {
        return fault;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
