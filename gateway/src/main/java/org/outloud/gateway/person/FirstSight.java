package org.outloud.gateway.person;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.outloud.gateway.login.TokenRelay;
import org.outloud.gateway.settings.Services;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Makes a newcomer known before their first request goes anywhere. profile-service makes a person at their first
 * {@code GET /api/v1/me} and tells the other services, which until then know the token's subject to nobody. So the first
 * request of a subject waits here for that call; whoever comes while it is under way waits for the same one.
 *
 * <p>Only a success is remembered. Any other outcome lets the request go on: the service it is meant for knows best how to
 * refuse it, and it must not fail here because profile-service is away. Tokens are not verified here, so a waiting request
 * relies on somebody else's call only when that succeeded; otherwise a made-up token could spoil a real one's turn.
 */
@Component
@Order(FirstSight.ORDER)
final class FirstSight implements GlobalFilter {

    static final int ORDER = TokenRelay.ORDER + 20;

    private static final Logger LOG = LoggerFactory.getLogger(FirstSight.class);

    private final WebClient backchannel;
    private final URI me;
    private final Cache<String, Boolean> known;
    private final ConcurrentMap<String, Introduction> underWay = new ConcurrentHashMap<>();

    /** A call that is under way, and for which token. */
    private record Introduction(String token, Mono<Boolean> succeeds) {}

    FirstSight(WebClient backchannel, Services services) {
        this.backchannel = backchannel;
        this.me = services.profile().resolve("/api/v1/me");
        this.known = Caffeine.newBuilder()
                .maximumSize(200_000)
                .expireAfterWrite(Duration.ofHours(12))
                .build();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Subject subject = Subject.of(exchange);
        if (subject == null || known.getIfPresent(subject.id()) != null || isProvisioning(exchange)) {
            return chain.filter(exchange);
        }
        return introduced(subject).then(chain.filter(exchange));
    }

    /** Technical accounts are no people, and what they do stays within profile-service. */
    private static boolean isProvisioning(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith("/scim/");
    }

    private Mono<Boolean> introduced(Subject subject) {
        Introduction introduction = underWay.computeIfAbsent(subject.id(), id -> introduction(subject));
        return introduction.succeeds().flatMap(succeeded -> {
            boolean ours = succeeded || introduction.token().equals(subject.token());
            return ours ? Mono.just(succeeded) : ask(subject);
        });
    }

    private Introduction introduction(Subject subject) {
        Mono<Boolean> succeeds = Mono.defer(() -> ask(subject))
                .doFinally(ended -> underWay.remove(subject.id()))
                .cache();
        return new Introduction(subject.token(), succeeds);
    }

    private Mono<Boolean> ask(Subject subject) {
        if (known.getIfPresent(subject.id()) != null) {
            return Mono.just(true);
        }
        return backchannel
                .get()
                .uri(me)
                .headers(headers -> headers.setBearerAuth(subject.token()))
                .exchangeToMono(answer ->
                        answer.releaseBody().thenReturn(answer.statusCode().is2xxSuccessful()))
                .doOnNext(succeeded -> remember(subject, succeeded))
                .onErrorResume(thrown -> {
                    LOG.debug("Nobody could be introduced to profile-service: {}", thrown.toString());
                    return Mono.just(false);
                });
    }

    private void remember(Subject subject, boolean succeeded) {
        if (succeeded) {
            known.put(subject.id(), true);
        }
    }
}
