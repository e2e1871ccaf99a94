package org.outloud.gateway.login;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Calls of the API that bring their own token. */
final class BearerRequests implements ServerWebExchangeMatcher {

    private static final String BEARER = "Bearer ";

    @Override
    public Mono<MatchResult> matches(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        boolean api = path.startsWith("/api/") || path.startsWith("/scim/");
        String authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return api && authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? MatchResult.match()
                : MatchResult.notMatch();
    }
}
