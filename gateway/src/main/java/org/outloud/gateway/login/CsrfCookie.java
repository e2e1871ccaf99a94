package org.outloud.gateway.login;

import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives browsers their CSRF cookie. The framework makes a token only when somebody asks for it, and in a page without
 * server-side forms nobody would. Files that shared caches may keep go without, and so do probes.
 */
final class CsrfCookie implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        String path = exchange.getRequest().getPath().value();
        boolean needless = path.startsWith("/assets/") || path.startsWith("/actuator/");
        return token == null || needless ? chain.filter(exchange) : token.then(chain.filter(exchange));
    }
}
