package org.outloud.gateway.settings;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/** How this process calls others: the routes' client, and one for its own short calls. */
@Configuration(proxyBeanMethods = false)
class OutwardConnections {

    private static final Duration NAMES_KEPT = Duration.ofSeconds(5);

    /** Spreads connections over a service's instances, and notices within seconds when they come and go. */
    @Bean
    HttpClientCustomizer instancesTakeTurns() {
        return OutwardConnections::takingTurns;
    }

    /** For the gateway's own calls, to Keycloak and to the services: short ones that must not hang. */
    @Bean
    WebClient backchannel() {
        HttpClient client = takingTurns(HttpClient.create())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 2_000)
                .responseTimeout(Duration.ofSeconds(5));
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(client))
                .build();
    }

    private static HttpClient takingTurns(HttpClient client) {
        return client.resolver(names -> names.roundRobinSelection(true).cacheMaxTimeToLive(NAMES_KEPT));
    }
}
