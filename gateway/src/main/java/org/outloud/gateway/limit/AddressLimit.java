package org.outloud.gateway.limit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.outloud.gateway.problem.Fault;
import org.outloud.gateway.problem.Refused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Counts requests and sign-ins by the address they come from, before anything is looked up for them. Behind an ingress
 * the address is the ingress's, unless {@code OUTLOUD_FORWARDED=native} says that its {@code X-Forwarded-For} can be
 * trusted.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 200)
final class AddressLimit implements WebFilter {

    private static final int IPV6_LENGTH = 16;

    private final boolean enabled;
    private final Buckets requests;
    private final Buckets signIns;

    AddressLimit(LimitProperties limits) {
        this.enabled = limits.enabled();
        this.requests = new Buckets(limits.address());
        this.signIns = new Buckets(limits.signIn());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Buckets buckets = enabled ? bucketsOf(exchange.getRequest().getPath().value()) : null;
        InetSocketAddress sender = exchange.getRequest().getRemoteAddress();
        if (buckets == null || sender == null || sender.getAddress() == null) {
            return chain.filter(exchange);
        }
        Duration wait = buckets.take(keyOf(sender.getAddress()));
        return wait.isZero() ? chain.filter(exchange) : Mono.error(new Refused(Fault.LIMITED, wait));
    }

    private @Nullable Buckets bucketsOf(String path) {
        if (path.startsWith("/api/") || path.startsWith("/scim/")) {
            return requests;
        }
        return path.startsWith("/oauth2/") || path.startsWith("/login/") ? signIns : null;
    }

    /** One IPv6 customer holds a network of 64 bits, and could send each request from a new address of it. */
    private static Object keyOf(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == IPV6_LENGTH ? ByteBuffer.wrap(bytes).getLong() : address;
    }
}
