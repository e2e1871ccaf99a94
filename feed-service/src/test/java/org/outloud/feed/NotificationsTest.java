package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(Organisation.class)
class NotificationsTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @LocalServerPort
    int port;

    Someone ada;
    Someone bo;
    Someone carla;

    @BeforeEach
    void people() {
        ada = organisation.someone("ada");
        bo = organisation.someone("bo");
        carla = organisation.someone("carla");
    }

    @Test
    void manyRepliesAreOneNotificationAndArriveLiveForTheAuthorOnly() {
        String post = says(ada, "A thread");
        try (Stream author = Stream.open(port, ada, null);
                Stream other = Stream.open(port, carla, null)) {
            replies(bo, post, "One");
            replies(bo, post, "Two");
            author.await("notification", "\"my-thread\"");
            awaitCount(ada, 2);
            JsonNode items = list(ada);
            assertThat(items).hasSize(1);
            assertThat(items.get(0).at("/reason/kind").stringValue()).isEqualTo("my-thread");
            assertThat(items.get(0).at("/post/id").stringValue()).isEqualTo(post);
            assertThat(items.get(0).at("/actors/0/userName").stringValue()).isEqualTo(bo.userName());
            assertThat(items.get(0).get("unread").booleanValue()).isTrue();
            assertThat(unread(ada)).isEqualTo(1);
            assertThat(other.named("notification")).isEmpty();
            assertThat(list(bo)).isEmpty();
        }
    }

    @Test
    void whoIsNamedByAnEditIsToldAndWhoIsNamedNoMoreSeesNothing() {
        String post = says(ada, "Hello");
        edits(post, "Hello @" + bo.userName());
        JsonNode told = list(bo);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).at("/reason/kind").stringValue()).isEqualTo("mention");
        edits(post, "Hello again");
        assertThat(list(bo)).isEmpty();
        assertThat(unread(bo)).isZero();
    }

    @Test
    void typedThanksAreToldAndALikeIsNot() {
        String post = says(ada, "Something");
        asks(bo, HttpMethod.PUT, "posts/" + post + "/reactions/like", Map.of());
        assertThat(list(ada)).isEmpty();
        asks(bo, HttpMethod.PUT, "posts/" + post + "/reactions/helped", Map.of());
        asks(bo, HttpMethod.PUT, "posts/" + post + "/reactions/helped", Map.of());
        JsonNode items = list(ada);
        assertThat(items).hasSize(1);
        assertThat(items.get(0).at("/reason/kind").stringValue()).isEqualTo("thanks");
        assertThat(items.get(0).at("/thanks/0").stringValue()).isEqualTo("helped");
        asks(bo, HttpMethod.DELETE, "posts/" + post + "/reactions/helped", null);
        assertThat(list(ada)).isEmpty();
    }

    @Test
    void whoseAnswerIsAcceptedIsTold() {
        String post = ada.posts(web, Map.of("kind", "question", "body", "How?"))
                .get("id")
                .stringValue();
        String comment = replies(bo, post, "So");
        asks(ada, HttpMethod.PUT, "posts/" + post + "/answer", Map.of("commentId", comment));
        JsonNode items = list(bo);
        assertThat(items).hasSize(1);
        assertThat(items.get(0).at("/reason/kind").stringValue()).isEqualTo("answer");
        assertThat(items.get(0).at("/latest/id").stringValue()).isEqualTo(comment);
    }

    @Test
    void whatWasSeenIsUnreadNoMoreAndSomethingNewMakesItUnreadAgain() {
        String first = says(ada, "First");
        String second = says(ada, "Second");
        replies(bo, first, "One");
        awaitSize(ada, 1);
        replies(bo, second, "Two");
        awaitSize(ada, 2);
        JsonNode newest = list(ada).get(0);
        assertThat(newest.at("/post/id").stringValue()).isEqualTo(second);
        asks(
                ada,
                HttpMethod.POST,
                "notifications/read",
                Map.of("ids", List.of(newest.get("id").stringValue())));
        assertThat(unread(ada)).isEqualTo(1);
        asks(
                ada,
                HttpMethod.POST,
                "notifications/read",
                Map.of("until", newest.get("at").stringValue()));
        assertThat(unread(ada)).isZero();
        replies(carla, first, "Three");
        Awaitility.await().until(() -> unread(ada) == 1);
        assertThat(list(ada).get(0).at("/actors/0/userName").stringValue()).isEqualTo(carla.userName());
        assertThat(asks(ada, HttpMethod.POST, "notifications/read", Map.of())).isEqualTo(400);
    }

    @Test
    void pagesGoOnWhereTheyEnded() {
        for (String words : List.of("One", "Two", "Three")) {
            replies(bo, says(ada, words), "Yes");
        }
        awaitSize(ada, 3);
        JsonNode page = ada.gets(web, "/api/v1/notifications?limit=2");
        JsonNode rest = ada.gets(
                web, "/api/v1/notifications?limit=2&cursor=" + page.get("next").stringValue());
        assertThat(page.get("items")).hasSize(2);
        assertThat(rest.get("items")).hasSize(1);
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(page.get("items").toString())
                .doesNotContain(rest.at("/items/0/id").stringValue());
    }

    @Test
    void aMutedThreadSaysNothingAndAFollowedOneDoes() {
        String post = says(ada, "A thread");
        asks(carla, HttpMethod.PUT, "posts/" + post + "/follow", null);
        asks(ada, HttpMethod.PUT, "posts/" + post + "/mute", null);
        assertThat(choice(carla, post)).isEqualTo("followed");
        assertThat(choice(ada, post)).isEqualTo("muted");
        assertThat(choice(bo, post)).isEqualTo("none");
        replies(bo, post, "One");
        awaitSize(carla, 1);
        assertThat(list(carla).get(0).at("/reason/kind").stringValue()).isEqualTo("thread");
        assertThat(list(ada)).isEmpty();
        asks(carla, HttpMethod.DELETE, "posts/" + post + "/follow", null);
        assertThat(list(carla)).isEmpty();
        asks(ada, HttpMethod.DELETE, "posts/" + post + "/mute", null);
        assertThat(choice(ada, post)).isEqualTo("none");
        replies(bo, post, "Two");
        awaitSize(ada, 1);
    }

    private String choice(Someone person, String post) {
        JsonNode mine = person.gets(web, "/api/v1/posts/" + post).get("mine");
        return mine.get("followed").booleanValue()
                ? "followed"
                : mine.get("muted").booleanValue() ? "muted" : "none";
    }

    @Test
    void whoMayNotReadOrWasMutedIsNotHeardOf() {
        String post = says(ada, "A thread");
        organisation.distance(ada, bo, true, false);
        replies(bo, post, "From somebody muted");
        replies(carla, post, "From somebody else");
        awaitSize(ada, 1);
        assertThat(list(ada).get(0).get("actors")).hasSize(1);
        organisation.distance(carla, ada, false, true);
        assertThat(list(ada)).isEmpty();
        assertThat(unread(ada)).isZero();
        ada.posts(
                web,
                Map.of("kind", "plain", "body", "Not for @" + bo.userName(), "audience", Map.of("type", "followers")));
        replies(bo, says(bo, "Own"), "Nobody is told of oneself");
        assertThat(list(bo)).hasSize(1);
        assertThat(list(bo).get(0).at("/post/id").stringValue()).isEqualTo(post);
        assertThat(asks(bo, HttpMethod.PUT, "posts/" + hidden() + "/follow", null))
                .isEqualTo(404);
        assertThat(asks(bo, HttpMethod.PUT, "posts/" + hidden() + "/mute", null))
                .isEqualTo(404);
    }

    private String hidden() {
        return ada.posts(web, Map.of("kind", "plain", "body", "Mine", "audience", Map.of("type", "followers")))
                .get("id")
                .stringValue();
    }

    private String says(Someone person, String body) {
        return person.posts(web, Map.of("kind", "plain", "body", body))
                .get("id")
                .stringValue();
    }

    private String replies(Someone person, String post, String body) {
        return Objects.requireNonNull(person.on(web)
                        .post()
                        .uri("/api/v1/posts/" + post + "/comments")
                        .bodyValue(Map.of("body", body))
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectHeader()
                        .exists("Location")
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody())
                .get("id")
                .stringValue();
    }

    private void edits(String post, String body) {
        JsonNode now = ada.gets(web, "/api/v1/posts/" + post);
        ada.on(web)
                .patch()
                .uri("/api/v1/posts/" + post)
                .header("If-Match", "\"" + now.get("version").longValue() + "\"")
                .bodyValue(Map.of("body", body))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private int asks(Someone person, HttpMethod method, String path, @Nullable Object body) {
        WebTestClient.RequestBodySpec request = person.on(web).method(method).uri("/api/v1/" + path);
        return (body == null ? request : request.bodyValue(body))
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private JsonNode list(Someone person) {
        return person.gets(web, "/api/v1/notifications").get("items");
    }

    private int unread(Someone person) {
        return person.gets(web, "/api/v1/notifications/unread")
                .get("notifications")
                .intValue();
    }

    private void awaitSize(Someone person, int size) {
        Awaitility.await().until(() -> list(person).size() == size);
    }

    private void awaitCount(Someone person, int lines) {
        Awaitility.await().until(() -> {
            JsonNode items = list(person);
            return items.size() == 1 && items.get(0).at("/reason/count").intValue() == lines;
        });
    }
}
