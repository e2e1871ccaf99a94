package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
@Import(Organisation.class)
class StreamTest {

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
            follower.await("reaction", "\"taught\"");
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
    void whatGoesAndComesBackIsToldToThoseOnlyWhoCouldReadIt() {
        Someone ada = organisation.someone("ada");
        Someone bo = organisation.someone("bo");
        Someone carla = organisation.someone("carla");
        organisation.follows(bo, ada, true);
        String post =
                id(ada.posts(web, Map.of("kind", "plain", "body", "For us", "audience", Map.of("type", "followers"))));
        String comment = id(bo.posts(web, "/api/v1/posts/" + post + "/comments", Map.of("body", "Indeed")));
        String lastId;
        try (Stream reader = open(bo, null);
                Stream stranger = open(carla, null)) {
            deletes(bo, comment);
            reader.await("removed", comment);
            deletes(ada, post);
            reader.await("removed", post + "\",\"rootId");
            restores(ada, post);
            reader.await("restored", post);
            String last = id(carla.posts(web, Map.of("kind", "plain", "body", "Mine")));
            stranger.await("post", last);
            assertThat(stranger.named("removed")).isEmpty();
            assertThat(stranger.named("restored")).isEmpty();
            lastId = reader.lastId();
        }
        deletes(ada, post);
        try (Stream back = open(bo, lastId)) {
            back.await("removed", post);
        }
    }

    private void deletes(Someone author, String id) {
        author.on(web)
                .delete()
                .uri("/api/v1/posts/" + id)
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private void restores(Someone author, String id) {
        author.on(web)
                .post()
                .uri("/api/v1/posts/" + id + "/restore")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static String id(tools.jackson.databind.JsonNode post) {
        return post.get("id").stringValue();
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
        return Stream.open(port, person, lastId);
    }
}
