package org.outloud.gateway.limit;

import org.outloud.gateway.login.TokenRelay;
import org.outloud.gateway.problem.Fault;
import org.outloud.gateway.problem.Refused;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Refuses bodies that are longer than anything said here, by their announced length or else while they pass through.
 * A route lifts the limit with the metadata {@code unlimited-body: true}.
 */
@Component
@Order(TokenRelay.ORDER - 10)
final class BodyLimit implements GlobalFilter {

    private static final String LIFTED = "unlimited-body";

    private final long most;

    BodyLimit(LimitProperties limits) {
        this.most = limits.body().toBytes();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (isLifted(exchange)) {
            return chain.filter(exchange);
        }
        long announced = exchange.getRequest().getHeaders().getContentLength();
        if (announced > most) {
            return Mono.error(new Refused(Fault.TOO_LARGE));
        }
        return announced < 0 ? chain.filter(counting(exchange)) : chain.filter(exchange);
    }

    private static boolean isLifted(ServerWebExchange exchange) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return route != null
                && Boolean.parseBoolean(String.valueOf(route.getMetadata().get(LIFTED)));
    }

    private ServerWebExchange counting(ServerWebExchange exchange) {
        ServerHttpRequest counted = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return counted(super.getBody());
            }
        };
        return exchange.mutate().request(counted).build();
    }

    private Flux<DataBuffer> counted(Flux<DataBuffer> body) {
        return Flux.defer(() -> {
            long[] seen = new long[1];
            return body.handle((buffer, sink) -> {
                seen[0] += buffer.readableByteCount();
                if (seen[0] <= most) {
                    sink.next(buffer);
                } else {
                    DataBufferUtils.release(buffer);
                    sink.error(new Refused(Fault.TOO_LARGE));
                }
            });
        });
    }
}
