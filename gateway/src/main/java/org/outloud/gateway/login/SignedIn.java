package org.outloud.gateway.login;

import java.net.URI;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Back to the start page. Only from here on a session lasts a working day; one that merely began to sign in is forgotten
 * after the minutes of {@code server.reactive.session.timeout}, so that beginnings cannot fill the memory.
 */
@Component
final class SignedIn implements ServerAuthenticationSuccessHandler {

    private static final URI START = URI.create("/");

    private final SessionProperties sessions;
    private final DefaultServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();

    SignedIn(SessionProperties sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<Void> onAuthenticationSuccess(WebFilterExchange at, Authentication person) {
        return at.getExchange()
                .getSession()
                .doOnNext(session -> session.setMaxIdleTime(sessions.idle()))
                .then(redirect.sendRedirect(at.getExchange(), START));
    }
}
