package org.outloud.platform.problem;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers every failed request, wherever in the chain it failed, with one problem document. */
public final class ProblemResponses implements WebExceptionHandler, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);
    private static final Duration SHORTLY = Duration.ofSeconds(2);
    private static final MediaType SCIM_JSON = MediaType.valueOf("application/scim+json");

    private final Problems problems;
    private final JsonMapper json;
    private final ProblemTranslator translator = new ProblemTranslator();

    ProblemResponses(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    public int getOrder() {
        return -2;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(thrown);
        }
        String path = exchange.getRequest().getPath().value();
        Locale locale = localeOf(exchange);
        ProblemDetail problem;
        if (thrown instanceof Refusal refusal) {
            problem = problems.describe(refusal, path, locale);
        } else {
            ProblemTranslator.Finding finding = translator.translate(thrown);
            problem = problems.describe(finding.status(), finding.code(), finding.errors(), path, locale);
        }
        retryAfter(problem, thrown)
                .ifPresent(wait -> exchange.getResponse()
                        .getHeaders()
                        .set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
        log(exchange, problem, thrown);
        return write(exchange, problem);
    }

    private static Optional<Duration> retryAfter(ProblemDetail problem, Throwable thrown) {
        if (thrown instanceof Refusal refusal) {
            return Optional.ofNullable(refusal.retryAfter());
        }
        return problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value() ? Optional.of(SHORTLY) : Optional.empty();
    }

    private static Locale localeOf(ServerWebExchange exchange) {
        Locale locale = exchange.getLocaleContext().getLocale();
        return locale == null ? Locale.ENGLISH : locale;
    }

    private static void log(ServerWebExchange exchange, ProblemDetail problem, Throwable thrown) {
        Object method = exchange.getRequest().getMethod();
        if (problem.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            LOG.error("{} {} failed", method, problem.getInstance(), thrown);
        } else if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            LOG.warn("{} {} is unavailable: {}", method, problem.getInstance(), thrown.toString());
        } else {
            LOG.debug("{} {} refused: {}", method, problem.getInstance(), problem.getType());
        }
    }

    private Mono<Void> write(ServerWebExchange exchange, ProblemDetail problem) {
        ServerHttpResponse response = exchange.getResponse();
        response.setRawStatusCode(problem.getStatus());
        HttpHeaders headers = response.getHeaders();
        boolean scim = exchange.getRequest().getPath().value().startsWith("/scim/");
        headers.setContentType(scim ? SCIM_JSON : MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        if (problem.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        Object body = scim ? ScimError.of(problem) : problem;
        DataBuffer buffer = response.bufferFactory().wrap(json.writeValueAsBytes(body));
        return response.writeWith(Mono.just(buffer));
    }
}
