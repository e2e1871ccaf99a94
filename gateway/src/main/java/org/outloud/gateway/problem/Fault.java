package org.outloud.gateway.problem;

import org.springframework.http.HttpStatus;

/** Everything that the gateway itself refuses; what a service refuses passes through as the service said it. */
public enum Fault {
    /** The request breaks HTTP or carries what no service would take. */
    BAD_REQUEST(HttpStatus.BAD_REQUEST, "bad-request"),
    /** Nobody is signed in. */
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "unauthenticated"),
    /** Signed in, but not allowed. */
    FORBIDDEN(HttpStatus.FORBIDDEN, "forbidden"),
    /** A browser changes something without proof that our own page asked for it. */
    CSRF(HttpStatus.FORBIDDEN, "csrf"),
    /** No service and no page answers there. */
    NOT_FOUND(HttpStatus.NOT_FOUND, "not-found"),
    /** The path is a page, and pages can only be read. */
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed"),
    /** The page is not offered in a format that was asked for. */
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "not-acceptable"),
    /** The body is longer than anything that is said here. */
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too-large"),
    /** Too many requests from one person or address. */
    LIMITED(HttpStatus.TOO_MANY_REQUESTS, "limited"),
    /** A service or the identity provider is away or silent. */
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "unavailable"),
    /** Our own mistake. */
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "internal");

    private final HttpStatus status;
    private final String code;

    Fault(HttpStatus status, String code) {
        this.status = status;
        this.code = code;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
