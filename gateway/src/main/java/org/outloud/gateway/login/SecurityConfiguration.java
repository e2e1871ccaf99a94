package org.outloud.gateway.login;

import org.outloud.gateway.problem.Fault;
import org.outloud.gateway.problem.ProblemResponses;
import org.outloud.gateway.settings.Site;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfServerLogoutHandler;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;

/**
 * Two kinds of callers. Programs bring a bearer token, which passes through unread: each service checks it itself.
 * Browsers hold a session cookie, for which the gateway holds the tokens.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    static final String SIGN_IN_FAILED = "/sign-in?error";

    /** Mail programs come with the key of a mail and nothing else; the service looks at it. */
    private static final ServerWebExchangeMatcher UNSUBSCRIBING =
            ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, "/api/v1/notifications/unsubscribe/*");

    private final SecurityHeaders headers;
    private final ProblemResponses problems;

    SecurityConfiguration(SecurityHeaders headers, ProblemResponses problems) {
        this.headers = headers;
        this.problems = problems;
    }

    /** No session and no CSRF token: nothing that a browser sends by itself gets a request into this chain. */
    @Bean
    @Order(1)
    SecurityWebFilterChain programs(ServerHttpSecurity http) {
        return http.securityMatcher(new OrServerWebExchangeMatcher(new BearerRequests(), UNSUBSCRIBING))
                .headers(headers)
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(paths -> paths.anyExchange().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain browsers(ServerHttpSecurity http, Site site, SignedIn signedIn, SigningOut signingOut) {
        return http.headers(headers)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens(site))
                        .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                        .accessDeniedHandler((exchange, denied) -> problems.answer(exchange, Fault.CSRF)))
                .addFilterAfter(new CsrfCookie(), SecurityWebFiltersOrder.CSRF)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .authorizeExchange(paths -> paths.pathMatchers("/api/docs", "/api/docs/**", "/api/v1/openapi.json")
                        .permitAll()
                        // Their secret stands in the address, and the service looks at it
                        .pathMatchers(HttpMethod.GET, "/api/v1/feeds/private/**", "/api/v1/notifications/unsubscribe/*")
                        .permitAll()
                        .pathMatchers("/api/**", "/scim/**")
                        .authenticated()
                        .anyExchange()
                        .permitAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (exchange, anonymous) -> problems.answer(exchange, Fault.UNAUTHENTICATED))
                        .accessDeniedHandler((exchange, denied) -> problems.answer(exchange, Fault.FORBIDDEN)))
                .oauth2Login(login -> login.authenticationSuccessHandler(signedIn)
                        .authenticationFailureHandler(new RedirectServerAuthenticationFailureHandler(SIGN_IN_FAILED)))
                .logout(logout -> logout.logoutHandler(new DelegatingServerLogoutHandler(
                                new CsrfServerLogoutHandler(csrfTokens(site)),
                                new WebSessionServerLogoutHandler(),
                                new SecurityContextServerLogoutHandler()))
                        .logoutSuccessHandler(signingOut))
                .build();
    }

    @Bean
    WebSessionIdResolver sessionCookie(Site site) {
        CookieWebSessionIdResolver cookie = new CookieWebSessionIdResolver();
        cookie.setCookieName(site.cookie("OUTLOUD_SESSION"));
        cookie.addCookieInitializer(
                attributes -> attributes.httpOnly(true).sameSite("Lax").secure(site.https()));
        return cookie;
    }

    /** Addresses and headers that only an attack or a mistake can hold. */
    @Bean
    ServerExchangeRejectedHandler refusedByTheFirewall() {
        return (exchange, rejected) -> problems.answer(exchange, Fault.BAD_REQUEST);
    }

    private static CookieServerCsrfTokenRepository csrfTokens(Site site) {
        CookieServerCsrfTokenRepository tokens = CookieServerCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName(site.cookie("XSRF-TOKEN"));
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(attributes -> attributes.sameSite("Lax").secure(site.https()));
        return tokens;
    }
}
