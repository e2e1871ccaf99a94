package org.outloud.platform.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Why a request is not done. Carries a status, a stable problem code and arguments for the message bundle; never a text
 * of its own, so that no exception's words reach a client.
 */
public abstract sealed class Refusal extends RuntimeException
        permits Absent, Conflicting, Forbidden, Hasty, Invalid, Stale, Unready {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient Object[] arguments;

    Refusal(HttpStatus status, String code, Object... arguments) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.arguments = arguments;
    }

    /** The HTTP status to answer with. */
    public HttpStatus status() {
        return status;
    }

    /** The problem's name: last segment of its {@code type}, and key of its texts. */
    public String code() {
        return code;
    }

    Object[] arguments() {
        return arguments;
    }

    /** After how long the same request may be done; null when waiting does not help. */
    @Nullable
    Duration retryAfter() {
        return null;
    }

    /** What is wrong with which field; empty when the request as a whole is refused. */
    public List<FieldProblem> errors() {
        return List.of();
    }
}
