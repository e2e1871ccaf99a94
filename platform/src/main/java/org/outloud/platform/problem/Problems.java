package org.outloud.platform.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Words a refusal in the reader's language, as RFC 9457 wants it. */
public final class Problems {

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    ProblemDetail describe(Refusal refusal, String path, Locale locale) {
        return describe(refusal.status(), refusal.code(), refusal.errors(), path, locale, refusal.arguments());
    }

    /** A problem whose title and detail stand in the bundle under {@code <code>.title} and {@code <code>.detail}. */
    public ProblemDetail describe(
            HttpStatusCode status,
            String code,
            List<FieldProblem> errors,
            String path,
            Locale locale,
            Object... arguments) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("/problems/" + code));
        String fallback = HttpStatus.valueOf(status.value()).getReasonPhrase();
        problem.setTitle(messages.getMessage(code + ".title", arguments, fallback, locale));
        problem.setDetail(messages.getMessage(code + ".detail", arguments, null, locale));
        problem.setInstance(URI.create(path));
        if (!errors.isEmpty()) {
            problem.setProperties(Map.of("errors", errors));
        }
        return problem;
    }
}
