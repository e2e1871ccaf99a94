package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;

@ServiceTest
@Import(Organisation.class)
class StreamTest {

    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT =
            new ParameterizedTypeReference<>() {};

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @LocalServerPort
    int port;

    @Test
    void aPostACommentAndThanksArriveOnTheFollowersOpenStreamOnly() {
        Someone ada = organisation.someone("ada");
        Someone bo = organisation.someone("bo");
        Someone carla = organisation.someone("carla");
        organisation.follows(bo, ada, true);
        try (Stream follower = open(bo, null);
                Stream stranger = open(carla, null)) {
            String post = ada.posts(web, Map.of("kind", "plain", "body", "live"))
                    .get("id")
                    .stringValue();
            follower.await("post", post);
            ada.on(web)
                    .post()
                    .uri("/api/v1/posts/" + post + "/comments")
                    .bodyValue(Map.of("body", "and more"))
                    .exchange()
                    .expectStatus()
                    .isCreated();
            follower.await("comment", post);
            carla.on(web)
                    .put()
                    .uri("/api/v1/posts/" + post + "/reactions/taught")
                    .exchange()
                    .expectStatus()
                    .isOk();
            follower.await("reaction", "\"taught\": 1");
            assertThat(stranger.named("post")).isEmpty();
        }
    }

    @Test
    void aStreamThatComesBackMissesNothingAndRepeatsNothing() {
        Someone ada = organisation.someone("ada");
        Someone bo = organisation.someone("bo");
        organisation.follows(bo, ada, true);
        String lastId;
        try (Stream first = open(bo, null)) {
            String post = ada.posts(web, Map.of("kind", "plain", "body", "one"))
                    .get("id")
                    .stringValue();
            first.await("post", post);
            lastId = Objects.requireNonNull(first.named("post").get(0).id());
        }
        String missed =
                ada.posts(web, Map.of("kind", "plain", "body", "two")).get("id").stringValue();
        try (Stream second = open(bo, lastId)) {
            second.await("post", missed);
            String later = ada.posts(web, Map.of("kind", "plain", "body", "three"))
                    .get("id")
                    .stringValue();
            second.await("post", later);
            assertThat(second.named("post")).hasSize(2);
        }
        try (Stream lost = open(bo, "-7")) {
            Awaitility.await().until(() -> !lost.named("reset").isEmpty());
        }
    }

    @Test
    void deactivationEndsTheOpenStream() {
        Someone ada = organisation.someone("ada");
        try (Stream stream = open(ada, null)) {
            organisation.person(ada.id(), ada.userName(), false);
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(stream::isOver);
        }
    }

    private Stream open(Someone person, @Nullable String lastId) {
        Stream stream = new Stream(WebClient.create("http://localhost:" + port)
                .get()
                .uri("/api/v1/stream")
                .header("Authorization", "Bearer " + person.token())
                .headers(headers -> {
                    if (lastId != null) {
                        headers.set("Last-Event-ID", lastId);
                    }
                }));
        Awaitility.await().until(stream::isOpen);
        return stream;
    }

    private static final class Stream implements AutoCloseable {

        private final List<ServerSentEvent<String>> events = new CopyOnWriteArrayList<>();
        private final Disposable subscription;

        Stream(WebClient.RequestHeadersSpec<?> request) {
            subscription = request.retrieve().bodyToFlux(EVENT).subscribe(events::add);
        }

        boolean isOpen() {
            return !events.isEmpty();
        }

        boolean isOver() {
            return subscription.isDisposed();
        }

        List<ServerSentEvent<String>> named(String name) {
            return events.stream().filter(event -> name.equals(event.event())).toList();
        }

        void await(String name, String data) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> named(name).stream()
                            .anyMatch(event -> String.valueOf(event.data()).contains(data)));
        }

        @Override
        public void close() {
            subscription.dispose();
        }
    }
}
