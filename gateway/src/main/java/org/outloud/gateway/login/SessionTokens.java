package org.outloud.gateway.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.outloud.gateway.problem.Fault;
import org.outloud.gateway.problem.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * The access token of a signed-in browser, renewed shortly before it ends.
 *
 * <p>A page sends several requests at once. They wait for one renewal together, because a realm may revoke a refresh token
 * at its first use, and a second use would then end the whole sign-in. When the realm refuses to renew, the session ends
 * and the caller is unauthenticated. When the realm is away, the old token serves until its last second; after that the
 * answer is "unavailable" and the session stays, since signing in again would not work either.
 */
@Component
final class SessionTokens {

    private static final Logger LOG = LoggerFactory.getLogger(SessionTokens.class);
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final ServerOAuth2AuthorizedClientRepository kept;
    private final ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> realm;
    private final Map<String, Mono<OAuth2AuthorizedClient>> renewals = new ConcurrentHashMap<>();

    SessionTokens(
            ServerOAuth2AuthorizedClientRepository kept,
            ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> realm) {
        this.kept = kept;
        this.realm = realm;
    }

    /** A token that is good for at least the next moment. */
    Mono<String> of(OAuth2AuthenticationToken person, ServerWebExchange exchange) {
        return load(person, exchange)
                .flatMap(client -> endsWithin(EARLY, client) ? renewed(person, exchange) : Mono.just(client))
                .map(client -> client.getAccessToken().getTokenValue())
                .switchIfEmpty(Mono.error(() -> new Refused(Fault.UNAUTHENTICATED)));
    }

    private Mono<OAuth2AuthorizedClient> renewed(OAuth2AuthenticationToken person, ServerWebExchange exchange) {
        return exchange.getSession()
                .map(WebSession::getId)
                .flatMap(session -> renewals.computeIfAbsent(
                        session,
                        id -> renewal(person, exchange)
                                .doFinally(ended -> renewals.remove(id))
                                .cache()));
    }

    /** Loads once more: the token may have been renewed between the caller's look and this one's turn. */
    private Mono<OAuth2AuthorizedClient> renewal(OAuth2AuthenticationToken person, ServerWebExchange exchange) {
        return Mono.defer(() -> load(person, exchange))
                .flatMap(client -> endsWithin(EARLY, client) ? renew(client, person, exchange) : Mono.just(client));
    }

    private Mono<OAuth2AuthorizedClient> renew(
            OAuth2AuthorizedClient client, OAuth2AuthenticationToken person, ServerWebExchange exchange) {
        OAuth2RefreshToken refreshToken = client.getRefreshToken();
        if (refreshToken == null) {
            return ended(exchange);
        }
        return realm.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                        client.getClientRegistration(), client.getAccessToken(), refreshToken))
                .map(answer -> with(answer, client, refreshToken))
                .delayUntil(fresh -> kept.saveAuthorizedClient(fresh, person, exchange))
                .onErrorResume(thrown -> notRenewed(thrown, client, exchange));
    }

    private static OAuth2AuthorizedClient with(
            OAuth2AccessTokenResponse answer, OAuth2AuthorizedClient client, OAuth2RefreshToken refreshToken) {
        OAuth2RefreshToken next = answer.getRefreshToken();
        return new OAuth2AuthorizedClient(
                client.getClientRegistration(),
                client.getPrincipalName(),
                answer.getAccessToken(),
                next == null ? refreshToken : next);
    }

    private static Mono<OAuth2AuthorizedClient> notRenewed(
            Throwable thrown, OAuth2AuthorizedClient client, ServerWebExchange exchange) {
        if (thrown instanceof OAuth2AuthorizationException refused
                && OAuth2ErrorCodes.INVALID_GRANT.equals(refused.getError().getErrorCode())) {
            return ended(exchange);
        }
        LOG.warn("The realm does not renew tokens at the moment: {}", thrown.toString());
        return endsWithin(Duration.ZERO, client) ? Mono.error(new Refused(Fault.UNAVAILABLE)) : Mono.just(client);
    }

    private static Mono<OAuth2AuthorizedClient> ended(ServerWebExchange exchange) {
        return exchange.getSession()
                .flatMap(WebSession::invalidate)
                .then(Mono.error(() -> new Refused(Fault.UNAUTHENTICATED)));
    }

    private Mono<OAuth2AuthorizedClient> load(OAuth2AuthenticationToken person, ServerWebExchange exchange) {
        return kept.loadAuthorizedClient(person.getAuthorizedClientRegistrationId(), person, exchange);
    }

    private static boolean endsWithin(Duration time, OAuth2AuthorizedClient client) {
        OAuth2AccessToken token = client.getAccessToken();
        Instant end = token.getExpiresAt();
        return end == null || !end.isAfter(Instant.now().plus(time));
    }
}
