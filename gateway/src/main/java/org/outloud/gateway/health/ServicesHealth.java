package org.outloud.gateway.health;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.outloud.gateway.settings.Services;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Whether the services behind the gateway are ready, each by name. They count for {@code /actuator/health}, which speaks
 * of Outloud as a whole, and not for the gateway's own readiness: a gateway out of service could not even say which
 * service is away.
 */
@Configuration(proxyBeanMethods = false)
class ServicesHealth {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Bean
    ReactiveHealthContributor services(Services services, WebClient backchannel) {
        Map<String, ReactiveHealthContributor> each = new LinkedHashMap<>();
        services.byName().forEach((name, address) -> each.put(name, indicator(backchannel, address)));
        return CompositeReactiveHealthContributor.fromMap(each);
    }

    private static ReactiveHealthIndicator indicator(WebClient backchannel, URI service) {
        Mono<Health> health = ready(backchannel, service.resolve("/actuator/health/readiness"))
                .map(ready -> ready ? Health.up().build() : Health.down().build())
                .cache(REMEMBERED);
        return () -> health;
    }

    private static Mono<Boolean> ready(WebClient backchannel, URI readiness) {
        return backchannel
                .get()
                .uri(readiness)
                .exchangeToMono(answer ->
                        answer.releaseBody().thenReturn(answer.statusCode().is2xxSuccessful()))
                .timeout(PATIENCE)
                .onErrorReturn(false);
    }
}
