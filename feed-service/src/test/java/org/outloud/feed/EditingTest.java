package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.event.PostPublished;
import org.outloud.feed.Organisation.Someone;
import org.outloud.feed.post.PurgingPosts;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.platform.testing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Saying it better, taking it back, and taking that back. */
@ServiceTest
@Import(Organisation.class)
class EditingTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    @Autowired
    PurgingPosts purging;

    @LocalServerPort
    int port;

    Someone ada;
    Someone bo;

    @BeforeEach
    void people() {
        ada = organisation.someone("ada");
        bo = organisation.someone("bo");
    }

    @Test
    void anEditCorrectsTextTagsAndMentionsAndTellsOfAHigherVersion() {
        String post = says(Map.of("kind", "working-out-loud", "doing", "Moving #gatway", "learned", "Wait first"));

        edits(ada, post, "\"1\"", Map.of("doing", "Moving #gateway with @" + bo.userName()))
                .isOk();

        JsonNode read = bo.gets(web, "/api/v1/posts/" + post);
        assertThat(read.get("doing").stringValue()).startsWith("Moving #gateway");
        assertThat(read.get("doingHtml").stringValue())
                .contains("href=\"/tags/gateway\"")
                .contains("/people/" + bo.id());
        assertThat(read.get("learned").stringValue()).isEqualTo("Wait first");
        assertThat(read.get("tags")).hasSize(1);
        assertThat(read.get("mentions").get(0).get("id").stringValue())
                .isEqualTo(bo.id().toString());
        assertThat(read.get("editedAt").isNull()).isFalse();
        assertThat(read.get("version").longValue()).isEqualTo(2);
        List<PostPublished> told = topics.await(PostPublished.class, post, 2);
        assertThat(told.get(1).version()).isEqualTo(2);
        assertThat(told.get(1).tags()).containsExactly("gateway");
        assertThat(told.get(1).createdAt()).isEqualTo(told.get(0).createdAt());
        assertThat(told.get(1).imported()).as("nobody is notified again").isTrue();
    }

    @Test
    void anEditFromOldWordsIsRefusedAndChangesNothing() {
        String post = says(Map.of("kind", "plain", "body", "one"));
        edits(ada, post, "\"1\"", Map.of("body", "two")).isOk();

        edits(ada, post, "\"1\"", Map.of("body", "three")).isEqualTo(412);
        edits(ada, post, null, Map.of("body", "two")).isOk();

        JsonNode read = ada.gets(web, "/api/v1/posts/" + post);
        assertThat(read.get("body").stringValue()).isEqualTo("two");
        assertThat(read.get("version").longValue())
                .as("the same words are no edit")
                .isEqualTo(2);
    }

    @Test
    void onlyItsAuthorEditsAndOnlyItsWords() {
        Someone moderator = moderator();
        String post = says(Map.of("kind", "plain", "body", "one"));

        edits(bo, post, null, Map.of("body", "two")).isForbidden();
        edits(moderator, post, null, Map.of("body", "two")).isForbidden();
        edits(ada, UUID.randomUUID().toString(), null, Map.of("body", "two")).isNotFound();
        edits(ada, post, null, Map.of("audience", Map.of("type", "everyone"))).isBadRequest();
        edits(ada, post, null, Map.of("body", "x".repeat(20_001))).isBadRequest();
        edits(ada, post, null, Map.of("body", "a\0b")).isBadRequest();
        edits(ada, post, null, Map.of("body", 7)).isBadRequest();
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("body", null);
        edits(ada, post, null, nothing).isBadRequest();
        assertThat(bo.gets(web, "/api/v1/posts/" + post + "/history").get("items"))
                .hasSize(1);
    }

    @Test
    void historyShowsWhatWasSaidToWhoeverMayReadItNow() {
        CommunityId closed = organisation.community("closed");
        organisation.member(closed, ada, "member");
        organisation.member(closed, bo, "member");
        String post = says(Map.of(
                "kind", "plain",
                "body", "one",
                "audience", Map.of("type", "community", "communityId", closed.toString())));
        edits(ada, post, null, Map.of("body", "two")).isOk();
        edits(ada, post, null, Map.of("body", "three")).isOk();

        assertThat(history(bo, post, "")).containsExactly("three", "two", "one");
        JsonNode page = bo.gets(web, "/api/v1/posts/" + post + "/history?limit=2");
        assertThat(page.get("items")).hasSize(2);
        assertThat(history(bo, post, "?cursor=" + page.get("next").stringValue()))
                .containsExactly("one");

        organisation.member(closed, bo, null);
        assertThat(bo.status(web, "/api/v1/posts/" + post + "/history")).isEqualTo(404);
        deletes(ada, post).isNoContent();
        assertThat(ada.status(web, "/api/v1/posts/" + post + "/history")).isEqualTo(404);
    }

    @Test
    void aMentionAddedByTheAuthorLetsThePersonReadIt() {
        Someone carla = organisation.someone("carla");
        String post = says(Map.of(
                "kind",
                "plain",
                "body",
                "between us",
                "audience",
                Map.of("type", "people", "personIds", List.of(bo.id().toString()))));
        assertThat(carla.status(web, "/api/v1/posts/" + post)).isEqualTo(404);

        edits(ada, post, null, Map.of("body", "between us and @" + carla.userName()))
                .isOk();

        assertThat(carla.status(web, "/api/v1/posts/" + post)).isEqualTo(200);
    }

    @Test
    void anEditReachesOpenStreams() {
        organisation.follows(bo, ada, true);
        try (Stream stream = Stream.open(port, bo, null)) {
            String post = says(Map.of("kind", "plain", "body", "one"));
            stream.await("post", post);

            edits(ada, post, null, Map.of("body", "another word")).isOk();

            stream.await("edit", "another word");
            assertThat(stream.named("post")).hasSize(1);
        }
    }

    @Test
    void commentsAreEditedAndRestoredToo() {
        String post = says(Map.of("kind", "plain", "body", "one"));
        String comment = replies(bo, post);
        edits(ada, comment, null, Map.of("body", "better")).isForbidden();
        edits(bo, comment, "\"1\"", Map.of("body", "better")).isOk();
        assertThat(history(ada, comment, "")).containsExactly("better", "a word");

        deletes(bo, comment).isNoContent();
        assertThat(comments(post)).isZero();
        restores(bo, comment).isOk();
        assertThat(comments(post)).isEqualTo(1);
        restores(bo, comment).isOk();
        assertThat(comments(post)).isEqualTo(1);
    }

    @Test
    void whatItsAuthorTookAwayComesBackWithItsThread() {
        organisation.follows(bo, ada, true);
        String post = says(Map.of("kind", "plain", "body", "one"));
        replies(bo, post);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> home(bo).contains(post));
        deletes(ada, post).isNoContent();
        assertThat(home(bo)).doesNotContain(post);

        restores(bo, post).isNotFound();
        restores(ada, post).isOk();

        assertThat(home(bo)).contains(post);
        assertThat(comments(post)).isEqualTo(1);
        List<PostPublished> told = topics.await(PostPublished.class, post, 2);
        assertThat(told.get(1).version()).isEqualTo(3);
    }

    @Test
    void whatAModeratorTookAwayStaysAway() {
        String post = says(Map.of("kind", "plain", "body", "one"));
        deletes(moderator(), post).isNoContent();

        restores(ada, post).isNotFound();

        assertThat(ada.status(web, "/api/v1/posts/" + post)).isEqualTo(404);
    }

    @Test
    void afterThirtyDaysNothingComesBackAndNothingIsLeft() {
        String post = says(Map.of("kind", "plain", "body", "unsayable"));
        edits(ada, post, null, Map.of("body", "unspeakable")).isOk();
        String comment = replies(bo, post);
        deletes(ada, post).isNoContent();
        String recent = says(Map.of("kind", "plain", "body", "recent"));
        deletes(ada, recent).isNoContent();
        organisation.run("update post set deleted_at = now() - interval '31 days' where id = '" + post + "'");

        restores(ada, post).isNotFound();
        purging.purge(Instant.now().minus(Duration.ofDays(30))).block(Duration.ofSeconds(30));

        assertThat(organisation.text("select count(*)::text from post where (id = '" + post + "' or root_id = '" + post
                        + "') and body is not null"))
                .isEqualTo("0");
        assertThat(organisation.text("select count(*)::text from post_edition where post_id = '" + post + "'"))
                .isEqualTo("0");
        assertThat(bo.status(web, "/api/v1/posts/" + comment)).isEqualTo(404);
        restores(bo, comment).isNotFound();
        restores(ada, recent).isOk();
    }

    private Someone moderator() {
        Someone dev = organisation.someone("dev");
        return new Someone(dev.id(), dev.userName(), Tokens.of(dev.userName(), "moderator"));
    }

    private String says(Map<String, ?> post) {
        return ada.posts(web, post).get("id").stringValue();
    }

    private StatusAssertions edits(Someone person, String post, @Nullable String ifMatch, Map<String, ?> edit) {
        return person.on(web)
                .patch()
                .uri("/api/v1/posts/" + post)
                .headers(headers -> {
                    if (ifMatch != null) {
                        headers.set("If-Match", ifMatch);
                    }
                })
                .bodyValue(edit)
                .exchange()
                .expectStatus();
    }

    private StatusAssertions deletes(Someone person, String post) {
        return person.on(web).delete().uri("/api/v1/posts/" + post).exchange().expectStatus();
    }

    private StatusAssertions restores(Someone person, String post) {
        return person.on(web)
                .post()
                .uri("/api/v1/posts/" + post + "/restore")
                .exchange()
                .expectStatus();
    }

    private String replies(Someone person, String post) {
        JsonNode reply = person.on(web)
                .post()
                .uri("/api/v1/posts/" + post + "/comments")
                .bodyValue(Map.of("body", "a word"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(reply).get("id").stringValue();
    }

    private int comments(String post) {
        return ada.gets(web, "/api/v1/posts/" + post).get("commentCount").intValue();
    }

    private List<String> history(Someone reader, String post, String query) {
        List<String> said = new ArrayList<>();
        reader.gets(web, "/api/v1/posts/" + post + "/history" + query)
                .get("items")
                .forEach(edition -> said.add(edition.get("body").stringValue()));
        return said;
    }

    private List<String> home(Someone person) {
        List<String> ids = new ArrayList<>();
        person.gets(web, "/api/v1/feeds/home")
                .get("items")
                .forEach(post -> ids.add(post.get("id").stringValue()));
        return ids;
    }
}
