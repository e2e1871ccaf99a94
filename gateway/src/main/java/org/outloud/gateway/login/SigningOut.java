package org.outloud.gateway.login;

import java.net.URI;
import java.util.Map;
import org.outloud.gateway.settings.Site;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ends the sign-in at Keycloak too, once the session here is gone. Keycloak wants the browser itself for that (OpenID
 * Connect RP-Initiated Logout 1.0) and sends it back to {@code /sign-in}.
 *
 * <p>A form is answered with {@code 303} and the browser goes there. A {@code fetch}, known by not accepting HTML, could
 * not follow to another origin; it gets {@code 200} and {@code {"location": "..."}} to go to by itself.
 */
@Component
final class SigningOut implements ServerLogoutSuccessHandler {

    private static final String SIGN_IN = "/sign-in";

    private final IdentityProperties identity;
    private final Site site;
    private final JsonMapper json;

    SigningOut(IdentityProperties identity, Site site, JsonMapper json) {
        this.identity = identity;
        this.site = site;
        this.json = json;
    }

    @Override
    public Mono<Void> onLogoutSuccess(WebFilterExchange at, Authentication person) {
        URI next = person.getPrincipal() instanceof OidcUser user ? atKeycloak(user) : URI.create(SIGN_IN);
        ServerWebExchange exchange = at.getExchange();
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setCacheControl("no-store");
        if (isForm(exchange)) {
            response.setStatusCode(HttpStatus.SEE_OTHER);
            response.getHeaders().setLocation(next);
            return response.setComplete();
        }
        response.setStatusCode(HttpStatus.OK);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        byte[] body = json.writeValueAsBytes(Map.of("location", next.toString()));
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }

    private URI atKeycloak(OidcUser user) {
        return UriComponentsBuilder.fromUriString(identity.endSession())
                .queryParam("client_id", identity.clientId())
                .queryParam("id_token_hint", user.getIdToken().getTokenValue())
                .queryParam("post_logout_redirect_uri", site.at(SIGN_IN))
                .encode()
                .build()
                .toUri();
    }

    private static boolean isForm(ServerWebExchange exchange) {
        String accept = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
