package org.outloud.platform.problem;

import io.r2dbc.spi.R2dbcException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.codec.CodecException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerErrorException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/**
 * Tells what went wrong from whatever was thrown. The only place that knows the frameworks' exceptions; everything it
 * does not know is an {@code internal} problem whose cause stays in the log.
 */
final class ProblemTranslator {

    private static final String UNREADABLE = "This value cannot be read.";

    /** Status, code and field faults, before they are put in words. */
    record Finding(HttpStatus status, String code, List<FieldProblem> errors) {

        static Finding of(HttpStatus status, String code) {
            return new Finding(status, code, List.of());
        }
    }

    Finding translate(Throwable thrown) {
        if (thrown instanceof WebExchangeBindException binding) {
            return new Finding(HttpStatus.BAD_REQUEST, "invalid-input", fields(binding.getFieldErrors()));
        }
        if (thrown instanceof ConstraintViolationException violation) {
            return new Finding(HttpStatus.BAD_REQUEST, "invalid-input", violations(violation));
        }
        if (causeOf(thrown, DataBufferLimitException.class) != null) {
            return Finding.of(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
        if (thrown instanceof UnsupportedMediaTypeStatusException) {
            return Finding.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
        }
        if (thrown instanceof MethodNotAllowedException) {
            return Finding.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed");
        }
        if (thrown instanceof NotAcceptableStatusException) {
            return Finding.of(HttpStatus.NOT_ACCEPTABLE, "not-acceptable");
        }
        if (thrown instanceof ServerWebInputException || thrown instanceof CodecException) {
            return input(thrown);
        }
        if (thrown instanceof ServerErrorException error && error.getMethodParameter() != null) {
            // A blank identifier in a path reads as none, and Spring takes a path without one for a fault of its own
            return invalid(String.valueOf(error.getReason()), "malformed", UNREADABLE);
        }
        if (thrown instanceof ResponseStatusException status) {
            return ofStatus(HttpStatus.valueOf(status.getStatusCode().value()));
        }
        if (thrown instanceof AuthenticationException) {
            return Finding.of(HttpStatus.UNAUTHORIZED, "unauthenticated");
        }
        if (thrown instanceof AccessDeniedException) {
            return Finding.of(HttpStatus.FORBIDDEN, "forbidden");
        }
        if (isDatabaseAway(thrown)) {
            return Finding.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
        }
        return Finding.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal");
    }

    private static Finding input(Throwable thrown) {
        TypeMismatchException mismatch = causeOf(thrown, TypeMismatchException.class);
        if (mismatch != null) {
            String field = mismatch.getPropertyName() == null ? "" : mismatch.getPropertyName();
            return invalid(field, "malformed", UNREADABLE);
        }
        if (thrown instanceof MissingRequestValueException missing) {
            return invalid(missing.getName(), "required", "This value is required.");
        }
        DatabindException databind = causeOf(thrown, DatabindException.class);
        if (databind != null && !databind.getPath().isEmpty()) {
            return invalid(pathOf(databind), codeOf(databind), UNREADABLE);
        }
        if (causeOf(thrown, JacksonException.class) != null || causeOf(thrown, CodecException.class) != null) {
            return Finding.of(HttpStatus.BAD_REQUEST, "malformed-json");
        }
        return Finding.of(HttpStatus.BAD_REQUEST, "bad-request");
    }

    private static Finding ofStatus(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> Finding.of(status, "not-found");
            case UNAUTHORIZED -> Finding.of(status, "unauthenticated");
            case FORBIDDEN -> Finding.of(status, "forbidden");
            case CONTENT_TOO_LARGE -> Finding.of(status, "too-large");
            case SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT, BAD_GATEWAY -> Finding.of(status, "unavailable");
            default -> Finding.of(status, status.is4xxClientError() ? "bad-request" : "internal");
        };
    }

    private static Finding invalid(String field, String code, String detail) {
        return new Finding(HttpStatus.BAD_REQUEST, "invalid-input", List.of(new FieldProblem(field, code, detail)));
    }

    private static String codeOf(DatabindException thrown) {
        return thrown.getOriginalMessage() != null
                        && thrown.getOriginalMessage().startsWith("NUL")
                ? "nul-character"
                : "malformed";
    }

    private static String pathOf(DatabindException thrown) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : thrown.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static List<FieldProblem> fields(List<FieldError> errors) {
        List<FieldProblem> problems = new ArrayList<>();
        for (FieldError error : errors) {
            // What a converter says of a failure names the server's own types
            problems.add(
                    error.isBindingFailure()
                            ? new FieldProblem(error.getField(), "malformed", UNREADABLE)
                            : new FieldProblem(
                                    error.getField(), kebab(error.getCode()), words(error.getDefaultMessage())));
        }
        return problems;
    }

    private static List<FieldProblem> violations(ConstraintViolationException thrown) {
        List<FieldProblem> problems = new ArrayList<>();
        for (ConstraintViolation<?> violation : thrown.getConstraintViolations()) {
            String constraint = violation
                    .getConstraintDescriptor()
                    .getAnnotation()
                    .annotationType()
                    .getSimpleName();
            problems.add(new FieldProblem(
                    violation.getPropertyPath().toString(), kebab(constraint), violation.getMessage()));
        }
        return problems;
    }

    private static String words(@Nullable String message) {
        return message == null ? "This value is not allowed." : message;
    }

    private static String kebab(@Nullable String constraint) {
        if (constraint == null) {
            return "invalid";
        }
        return constraint.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean isDatabaseAway(Throwable thrown) {
        return thrown instanceof DataAccessResourceFailureException
                || thrown instanceof TransientDataAccessException
                || causeOf(thrown, io.r2dbc.spi.R2dbcNonTransientResourceException.class) != null
                || causeOf(thrown, io.r2dbc.spi.R2dbcTransientException.class) != null
                || (causeOf(thrown, R2dbcException.class) == null
                        && causeOf(thrown, java.util.concurrent.TimeoutException.class) != null);
    }

    private static <T extends Throwable> @Nullable T causeOf(Throwable thrown, Class<T> type) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }
}
