package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.event.PostPublished;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(Organisation.class)
class PublishingTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    Someone ada;
    Someone bo;

    @BeforeEach
    void people() {
        ada = organisation.someone("ada");
        bo = organisation.someone("bo");
    }

    @Test
    void aPostReachesItsFollowersHomeFeedAndItsTopic() {
        organisation.follows(bo, ada, true);

        JsonNode post = ada.posts(
                web,
                Map.of("kind", "working-out-loud", "doing", "Moving the gateway", "learned", "Wait **first** #adt"));

        String id = post.get("id").stringValue();
        assertThat(post.get("learnedHtml").stringValue())
                .contains("<strong>first</strong>")
                .contains("href=\"/tags/adt\"");
        assertThat(post.get("tags").get(0).stringValue()).isEqualTo("adt");
        assertThat(post.get("author").get("id").stringValue())
                .isEqualTo(ada.id().toString());
        awaitHome(bo, id, true);
        List<PostPublished> events = topics.await(PostPublished.class, id, 1);
        assertThat(events.get(0).doing()).isEqualTo("Moving the gateway");
        assertThat(events.get(0).author()).isEqualTo(ada.id());
    }

    @Test
    void followingBringsEarlierPostsInAndUnfollowingTakesThemOut() {
        String id = ada.posts(web, Map.of("kind", "plain", "body", "before"))
                .get("id")
                .stringValue();
        assertThat(home(bo)).doesNotContain(id);

        organisation.follows(bo, ada, true);
        awaitHome(bo, id, true);

        organisation.follows(bo, ada, false);
        awaitHome(bo, id, false);
    }

    @Test
    void aFollowersPostIsNotThereForAnybodyElse() {
        Someone carla = organisation.someone("carla");
        organisation.follows(bo, ada, true);
        String id = ada.posts(web, Map.of("kind", "plain", "body", "for you", "audience", Map.of("type", "followers")))
                .get("id")
                .stringValue();

        assertThat(bo.status(web, "/api/v1/posts/" + id)).isEqualTo(200);
        for (String path : List.of("/api/v1/posts/" + id, "/api/v1/posts/" + id + "/comments")) {
            assertThat(carla.status(web, path)).as(path).isEqualTo(404);
        }
        carla.on(web)
                .post()
                .uri("/api/v1/posts/" + id + "/comments")
                .bodyValue(Map.of("body", "hello"))
                .exchange()
                .expectStatus()
                .isNotFound();
        carla.on(web)
                .put()
                .uri("/api/v1/posts/" + id + "/reactions/helped")
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(carla.gets(web, "/api/v1/feeds/people/" + ada.id()).get("items"))
                .isEmpty();
    }

    @Test
    void aClosedCommunitysTalkIsForMembersAndASecretOneIsNotThere() {
        CommunityId closed = organisation.community("closed");
        CommunityId secret = organisation.community("secret");
        for (CommunityId community : List.of(closed, secret)) {
            organisation.member(community, ada, "member");
            String id = ada.posts(
                            web,
                            Map.of(
                                    "kind", "plain",
                                    "body", "among us",
                                    "audience", Map.of("type", "community", "communityId", community.toString())))
                    .get("id")
                    .stringValue();
            assertThat(bo.status(web, "/api/v1/posts/" + id)).isEqualTo(404);
            assertThat(ada.gets(web, "/api/v1/feeds/communities/" + community)
                            .get("items")
                            .get(0)
                            .get("id")
                            .stringValue())
                    .isEqualTo(id);
            organisation.member(community, ada, null);
            assertThat(ada.status(web, "/api/v1/posts/" + id))
                    .as("the author still reads their own")
                    .isEqualTo(200);
        }
        assertThat(bo.status(web, "/api/v1/feeds/communities/" + closed)).isEqualTo(403);
        assertThat(bo.status(web, "/api/v1/feeds/communities/" + secret)).isEqualTo(404);
        assertThat(bo.status(web, "/api/v1/feeds/communities/" + UUID.randomUUID()))
                .isEqualTo(404);
    }

    @Test
    void badInputIsNamedAndChangesNothing() {
        record Bad(String body, int status, String code, String field) {}
        String longText = "x".repeat(20_001);
        List<Bad> cases = List.of(
                new Bad("{\"kind\":", 400, "malformed-json", ""),
                new Bad("{\"kind\":\"plain\",\"body\":\"a\\u0000b\"}", 400, "invalid-input", "body"),
                new Bad("{\"kind\":\"plain\",\"body\":\"" + longText + "\"}", 400, "invalid-input", "body"),
                new Bad("{\"kind\":\"plain\",\"body\":\"" + "x".repeat(1_100_000) + "\"}", 413, "too-large", ""),
                new Bad(
                        "{\"kind\":\"plain\",\"body\":\"" + "@bo ".repeat(10_000) + "\"}",
                        400,
                        "invalid-input",
                        "body"),
                new Bad("{\"kind\":\"plain\",\"body\":\"" + tenThousand("@") + "\"}", 400, "invalid-input", "body"),
                new Bad("{\"kind\":\"plain\",\"body\":\"" + tenThousand("#t") + "\"}", 400, "invalid-input", "body"),
                new Bad("{\"kind\":\"sermon\",\"body\":\"a\"}", 400, "invalid-input", "kind"),
                new Bad("{\"kind\":\"plain\"}", 400, "invalid-input", "body"),
                new Bad("{\"kind\":\"working-out-loud\"}", 400, "invalid-input", "doing"),
                new Bad(
                        "{\"kind\":\"plain\",\"body\":\"a\",\"audience\":{\"type\":\"martians\"}}",
                        400,
                        "invalid-input",
                        "audience.type"),
                new Bad(
                        "{\"kind\":\"plain\",\"body\":\"a\",\"audience\":{\"type\":\"community\",\"communityId\":\""
                                + UUID.randomUUID() + "\"}}",
                        400,
                        "invalid-input",
                        "audience.communityId"),
                new Bad(
                        "{\"kind\":\"plain\",\"body\":\"a\",\"audience\":{\"type\":\"community\",\"communityId\":\"7\"}}",
                        400,
                        "invalid-input",
                        "audience.communityId"));
        for (Bad bad : cases) {
            JsonNode problem = ada.on(web)
                    .post()
                    .uri("/api/v1/posts")
                    .header("Content-Type", "application/json")
                    .bodyValue(bad.body())
                    .exchange()
                    .expectStatus()
                    .isEqualTo(bad.status())
                    .expectHeader()
                    .contentType("application/problem+json")
                    .expectBody(JsonNode.class)
                    .returnResult()
                    .getResponseBody();
            assertThat(problem).isNotNull();
            assertThat(problem.get("type").stringValue()).isEqualTo("/problems/" + bad.code());
            if (!bad.field().isEmpty()) {
                assertThat(problem.get("errors").get(0).get("field").stringValue())
                        .isEqualTo(bad.field());
            }
        }
        assertThat(ada.status(web, "/api/v1/feeds/home?cursor=nonsense")).isEqualTo(400);
        assertThat(ada.status(web, "/api/v1/feeds/home?limit=0")).isEqualTo(400);
        assertThat(ada.status(web, "/api/v1/posts/not-a-uuid")).isEqualTo(400);
        assertThat(ada.gets(web, "/api/v1/feeds/people/" + ada.id()).get("items"))
                .isEmpty();
    }

    @Test
    void nobodyReadsWithoutAValidToken() {
        web.get().uri("/api/v1/feeds/home").exchange().expectStatus().isUnauthorized();
        web.get()
                .uri("/api/v1/feeds/home")
                .header("Authorization", "Bearer " + ada.token() + "x")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType("application/problem+json");
    }

    @Test
    void aDeactivatedPersonIsOutWithAValidToken() {
        organisation.person(ada.id(), ada.userName(), false);
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> ada.status(web, "/api/v1/feeds/home") == 403);
    }

    @Test
    void repeatingAKeyRepeatsTheAnswerAndNothingElse() {
        String key = UUID.randomUUID().toString();
        Map<String, String> body = Map.of("kind", "plain", "body", "once");
        String first = keyed(key, body, 201).get("id").stringValue();
        assertThat(keyed(key, body, 201).get("id").stringValue()).isEqualTo(first);
        keyed(key, Map.of("kind", "plain", "body", "twice"), 422);
        assertThat(ada.gets(web, "/api/v1/feeds/people/" + ada.id()).get("items"))
                .hasSize(1);
    }

    @Test
    void commentsThanksAndTheAcceptedAnswerStandWithTheirPost() {
        String question = ada.posts(web, Map.of("kind", "question", "body", "Why ten seconds?"))
                .get("id")
                .stringValue();
        JsonNode answer = comment(bo, question, "From us, in 2014.");
        comment(ada, answer.get("id").stringValue(), "Thank you.");

        bo.on(web)
                .put()
                .uri("/api/v1/posts/" + question + "/answer")
                .bodyValue(Map.of("commentId", answer.get("id").stringValue()))
                .exchange()
                .expectStatus()
                .isForbidden();
        ada.on(web)
                .put()
                .uri("/api/v1/posts/" + question + "/answer")
                .bodyValue(Map.of("commentId", answer.get("id").stringValue()))
                .exchange()
                .expectStatus()
                .isOk();
        bo.on(web)
                .put()
                .uri("/api/v1/posts/" + question + "/reactions/tried")
                .bodyValue(Map.of("note", "It held for two weeks."))
                .exchange()
                .expectStatus()
                .isOk();
        ada.on(web)
                .put()
                .uri("/api/v1/posts/" + question + "/reactions/helped")
                .exchange()
                .expectStatus()
                .isForbidden();
        bo.on(web)
                .put()
                .uri("/api/v1/posts/" + question + "/reactions/worshipped")
                .exchange()
                .expectStatus()
                .isBadRequest();

        JsonNode read = bo.gets(web, "/api/v1/posts/" + question);
        assertThat(read.get("commentCount").intValue()).isEqualTo(3);
        assertThat(read.get("reactions").get("tried").intValue()).isEqualTo(1);
        assertThat(read.get("thanks").get("tried").get(0).get("id").stringValue())
                .isEqualTo(bo.id().toString());
        assertThat(read.get("mine").get("reactions").get(0).stringValue()).isEqualTo("tried");
        assertThat(read.get("answer").get("id").stringValue())
                .isEqualTo(answer.get("id").stringValue());
        assertThat(read.get("waitingSince").isNull()).isTrue();
        JsonNode thread = ada.gets(web, "/api/v1/posts/" + question + "/comments");
        assertThat(thread.get("items")).hasSize(3);
        assertThat(thread.get("items").get(1).get("inReplyTo").stringValue())
                .isEqualTo(answer.get("id").stringValue());
        assertThat(thread.get("items").get(1).get("rootId").stringValue()).isEqualTo(question);
    }

    @Test
    void pagingNeitherRepeatsNorSkipsWhileOthersWrite() {
        organisation.follows(bo, ada, true);
        List<String> written = new java.util.ArrayList<>();
        for (int i = 0; i < 12; i++) {
            written.add(ada.posts(web, Map.of("kind", "plain", "body", "post " + i))
                    .get("id")
                    .stringValue());
        }
        awaitHome(bo, written.get(11), true);
        List<String> read = new java.util.ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = bo.gets(web, "/api/v1/feeds/home?limit=5" + next);
            page.get("items").forEach(post -> read.add(post.get("id").stringValue()));
            ada.posts(web, Map.of("kind", "plain", "body", "meanwhile"));
            next = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").stringValue();
        }
        java.util.Collections.reverse(written);
        assertThat(read).containsExactlyElementsOf(written);
    }

    @Test
    void deletingTakesThePostItsThreadAndItsPlaceInFeedsAway() {
        organisation.follows(bo, ada, true);
        String id = ada.posts(web, Map.of("kind", "plain", "body", "mistake"))
                .get("id")
                .stringValue();
        String reply = comment(bo, id, "sure?").get("id").stringValue();
        awaitHome(bo, id, true);

        bo.on(web).delete().uri("/api/v1/posts/" + id).exchange().expectStatus().isForbidden();
        ada.on(web)
                .delete()
                .uri("/api/v1/posts/" + id)
                .exchange()
                .expectStatus()
                .isNoContent();

        assertThat(bo.status(web, "/api/v1/posts/" + id)).isEqualTo(404);
        assertThat(bo.status(web, "/api/v1/posts/" + reply)).isEqualTo(404);
        assertThat(home(bo)).doesNotContain(id);
    }

    @Test
    void anAudienceThatNamesNobodyIsRefusedByItsField() {
        ada.on(web)
                .post()
                .uri("/api/v1/audiences/preview")
                .bodyValue(Map.of("audience", Map.of("type", "people", "personIds", Collections.singletonList(null))))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("audience.personIds");
    }

    /** As many different names as fit into the longest text. */
    private static String tenThousand(String sign) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; names.length() < 19_980; i++) {
            names.append(sign).append(Integer.toString(i, 36)).append(' ');
        }
        return names.toString();
    }

    private JsonNode keyed(String key, Map<String, String> body, int status) {
        JsonNode answer = ada.on(web)
                .post()
                .uri("/api/v1/posts")
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return java.util.Objects.requireNonNull(answer);
    }

    private JsonNode comment(Someone by, String post, String text) {
        JsonNode comment = by.on(web)
                .post()
                .uri("/api/v1/posts/" + post + "/comments")
                .bodyValue(Map.of("body", text))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return java.util.Objects.requireNonNull(comment);
    }

    private List<String> home(Someone person) {
        List<String> ids = new java.util.ArrayList<>();
        person.gets(web, "/api/v1/feeds/home?limit=100")
                .get("items")
                .forEach(post -> ids.add(post.get("id").stringValue()));
        return ids;
    }

    private void awaitHome(Someone person, String post, boolean there) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> home(person).contains(post) == there);
    }
}
