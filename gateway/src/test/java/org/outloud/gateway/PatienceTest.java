package org.outloud.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.outloud.gateway.testing.Neighbours.FEED;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.outloud.gateway.testing.Tokens;
import org.springframework.test.context.TestPropertySource;

/** A gateway that waits half a second where it otherwise waits half a minute. */
@TestPropertySource(properties = "spring.cloud.gateway.server.webflux.httpclient.response-timeout=500ms")
class PatienceTest extends GatewayTest {

    @AfterEach
    void theStreamIsAsUsual() {
        FEED.answerAsUsual("/api/v1/stream");
    }

    @Test
    void aServiceThatIsSilentIsUnavailable() {
        CountDownLatch over = new CountDownLatch(1);
        FEED.answer("/api/v1/posts/silent", (exchange, body) -> over.await(20, TimeUnit.SECONDS));

        HttpResponse<String> answer = browser()
                .send(
                        "/api/v1/posts/silent",
                        request -> request.header("Authorization", "Bearer " + Tokens.ofSomebodyNew()));
        over.countDown();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(answer.body()).contains("\"/problems/unavailable\"");
    }

    @Test
    void eventsPassAtOnceHoweverLongTheStreamWasSilent() throws Exception {
        CountDownLatch firstRead = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        FEED.answer("/api/v1/stream", (exchange, body) -> {
            // Silent for longer than other routes may be
            assertThat(over.await(1_000, TimeUnit.MILLISECONDS)).isFalse();
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("event: post\ndata: 1\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            assertThat(firstRead.await(10, TimeUnit.SECONDS)).isTrue();
            exchange.getResponseBody().write("event: post\ndata: 2\n\n".getBytes(StandardCharsets.UTF_8));
        });

        HttpResponse<InputStream> stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/stream"))
                                .header("Authorization", "Bearer " + Tokens.ofSomebodyNew())
                                .header("Accept", "text/event-stream")
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));

        assertThat(lines.readLine()).isEqualTo("event: post");
        assertThat(lines.readLine()).isEqualTo("data: 1");
        firstRead.countDown();
        assertThat(lines.lines()).contains("data: 2");
        assertThat(stream.headers().firstValue("Content-Encoding")).isEmpty();
    }
}
