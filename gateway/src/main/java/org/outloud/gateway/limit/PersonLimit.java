package org.outloud.gateway.limit;

import java.time.Duration;
import org.outloud.gateway.login.TokenRelay;
import org.outloud.gateway.person.Subject;
import org.outloud.gateway.problem.Fault;
import org.outloud.gateway.problem.Refused;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Counts requests by person. The subject of a program's token is not verified here, so somebody who knew another's subject
 * could use up their share; subjects are Keycloak's own identifiers, which Outloud shows to nobody, and the limit by
 * address holds for such a sender too.
 */
@Component
@Order(TokenRelay.ORDER + 10)
final class PersonLimit implements GlobalFilter {

    private final boolean enabled;
    private final Buckets requests;

    PersonLimit(LimitProperties limits) {
        this.enabled = limits.enabled();
        this.requests = new Buckets(limits.person());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Subject subject = enabled ? Subject.of(exchange) : null;
        if (subject == null) {
            return chain.filter(exchange);
        }
        Duration wait = requests.take(subject.id());
        return wait.isZero() ? chain.filter(exchange) : Mono.error(new Refused(Fault.LIMITED, wait));
    }
}
