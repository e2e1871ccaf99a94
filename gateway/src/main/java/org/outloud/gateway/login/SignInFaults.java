package org.outloud.gateway.login;

import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Whatever goes wrong while Keycloak's answer is taken in, a person stands before it and not a program: they come back to
 * the sign-in page, which says so. Keycloak being away is the usual reason.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class SignInFaults implements WebFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SignInFaults.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getPath().value().startsWith("/login/oauth2/code/")) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange)
                .timeout(PATIENCE)
                .onErrorResume(
                        thrown -> !exchange.getResponse().isCommitted(), thrown -> backToSignIn(exchange, thrown));
    }

    private static Mono<Void> backToSignIn(ServerWebExchange exchange, Throwable thrown) {
        LOG.warn("A sign-in could not be finished: {}", thrown.toString());
        exchange.getResponse().setStatusCode(HttpStatus.FOUND);
        exchange.getResponse().getHeaders().setLocation(URI.create(SecurityConfiguration.SIGN_IN_FAILED));
        return exchange.getResponse().setComplete();
    }
}
