package org.outloud.gateway.problem;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers every request that failed at the gateway with one problem document: never a page, never a stack trace. */
@Component
public final class ProblemResponses implements WebExceptionHandler, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);
    private static final MediaType SCIM_JSON = MediaType.valueOf("application/scim+json");
    private static final Duration SOON = Duration.ofSeconds(2);

    private final ProblemTexts texts;
    private final JsonMapper json;

    ProblemResponses(ProblemTexts texts, JsonMapper json) {
        this.texts = texts;
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
        Fault fault = faultIn(thrown, exchange);
        log(exchange, fault, thrown);
        return write(exchange, fault, thrown instanceof Refused refused ? refused.retryAfter() : null);
    }

    /** Answers with a fault that nothing was thrown for. */
    public Mono<Void> answer(ServerWebExchange exchange, Fault fault) {
        return write(exchange, fault, null);
    }

    private static Fault faultIn(Throwable thrown, ServerWebExchange exchange) {
        if (thrown instanceof Refused refused) {
            return refused.fault();
        }
        if (thrown instanceof ResponseStatusException status) {
            return ofStatus(status, exchange);
        }
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof DataBufferLimitException) {
                return Fault.TOO_LARGE;
            }
            if (at instanceof IOException || at instanceof TimeoutException) {
                return Fault.UNAVAILABLE;
            }
        }
        return Fault.INTERNAL;
    }

    private static Fault ofStatus(ResponseStatusException thrown, ServerWebExchange exchange) {
        return switch (thrown.getStatusCode().value()) {
            case 401 -> Fault.UNAUTHENTICATED;
            case 403 -> Fault.FORBIDDEN;
            case 404 -> Fault.NOT_FOUND;
            // The pages' handler takes every path that no route takes, and knows only reading
            case 405 -> isOfServices(exchange) ? Fault.NOT_FOUND : Fault.METHOD_NOT_ALLOWED;
            case 406 -> Fault.NOT_ACCEPTABLE;
            case 413 -> Fault.TOO_LARGE;
            case 502, 503, 504 -> Fault.UNAVAILABLE;
            default -> thrown.getStatusCode().is4xxClientError() ? Fault.BAD_REQUEST : Fault.INTERNAL;
        };
    }

    private static boolean isOfServices(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return path.startsWith("/api/") || path.startsWith("/scim/");
    }

    private static void log(ServerWebExchange exchange, Fault fault, Throwable thrown) {
        Object method = exchange.getRequest().getMethod();
        String path = exchange.getRequest().getPath().value();
        if (fault == Fault.INTERNAL) {
            LOG.error("{} {} failed", method, path, thrown);
        } else if (fault == Fault.UNAVAILABLE) {
            LOG.warn("{} {} is unavailable: {}", method, path, thrown.toString());
        } else {
            LOG.debug("{} {} refused: {}", method, path, fault);
        }
    }

    private Mono<Void> write(ServerWebExchange exchange, Fault fault, @Nullable Duration retryAfter) {
        String path = exchange.getRequest().getPath().value();
        Locale locale = exchange.getLocaleContext().getLocale();
        Problem problem = texts.of(fault, path, locale == null ? Locale.ENGLISH : locale);
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(fault.status());
        HttpHeaders headers = response.getHeaders();
        // What a service began to say before it failed
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        headers.remove(HttpHeaders.TRANSFER_ENCODING);
        boolean scim = path.startsWith("/scim/");
        headers.setContentType(scim ? SCIM_JSON : MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        if (fault == Fault.UNAUTHENTICATED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        Duration retry = retryAfter == null && fault == Fault.UNAVAILABLE ? SOON : retryAfter;
        if (retry != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(Math.max(1, retry.plusMillis(999).toSeconds())));
        }
        Object body = scim ? ScimError.of(problem) : problem;
        DataBuffer buffer = response.bufferFactory().wrap(json.writeValueAsBytes(body));
        return response.writeWith(Mono.just(buffer));
    }
}
