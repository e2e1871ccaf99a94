package org.outloud.profile.webhook;

import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.outward.CheckedResolver;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Carries one message to its receiver, once. Follows no redirect, and reads nothing of the answer but its status. */
@Component
class Courier {

    private static final int CONNECT_MILLIS = 5_000;

    private final WebClient client;
    private final Clock clock = Clock.systemUTC();

    Courier(Destinations destinations, WebhookProperties properties) {
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                        .resolver(new CheckedResolver(destinations.hosts()))
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                        .responseTimeout(properties.patience())
                        .followRedirect(false)))
                .build();
    }

    /** What became of the message; never an error. */
    Mono<Receipt> carry(Due due) {
        Instant now = clock.instant();
        return client.post()
                .uri(due.url())
                .contentType(MediaType.valueOf("application/cloudevents+json"))
                .header("webhook-id", due.id().toString())
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", Signature.of(due.secret(), due.id(), now, due.body()))
                .bodyValue(due.body())
                .exchangeToMono(answer -> answer.releaseBody()
                        .thenReturn(new Receipt(answer.statusCode().value(), null)))
                .onErrorResume(e -> Mono.just(new Receipt(null, reasonOf(e))));
    }

    private static String reasonOf(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** What the receiver answered, or why it did not. */
    record Receipt(@Nullable Integer status, @Nullable String failure) {

        private static final int GONE = 410;

        boolean accepted() {
            return status != null && status >= 200 && status < 300;
        }

        /** The receiver says that it wants nothing any more. */
        boolean declined() {
            return status != null && status == GONE;
        }
    }
}
