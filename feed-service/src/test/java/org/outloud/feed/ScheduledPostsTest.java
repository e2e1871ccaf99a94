package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.CommunityId;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What is written now and published later, once, if it may be by then. */
@ServiceTest
@Import(Organisation.class)
class ScheduledPostsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    Someone ada;
    Someone bo;

    @BeforeEach
    void people() {
        ada = organisation.someone("ada");
        bo = organisation.someone("bo");
    }

    @Test
    void aPostWaitsUnseenAndIsPublishedOnceWhenItsMomentHasCome() {
        String address = schedules(
                ada,
                Map.of("kind", "plain", "body", "Good morning"),
                Instant.now().plusSeconds(3_600));
        assertThat(waiting(ada)).hasSize(1);
        assertThat(waiting(ada).at("/0/post/body").stringValue()).isEqualTo("Good morning");
        assertThat(waiting(bo)).isEmpty();
        assertThat(feedOf(ada)).isEmpty();

        itsMomentHasCome(address);

        Awaitility.await().atMost(PATIENCE).until(() -> waiting(ada).isEmpty());
        assertThat(feedOf(ada)).containsExactly("Good morning");
    }

    @Test
    void otherWordsAndAnotherMomentMayBeChosenAndItMayBePublishedNowOrNever() {
        String first = schedules(
                ada, Map.of("kind", "plain", "body", "One"), Instant.now().plusSeconds(3_600));
        String second = schedules(
                ada, Map.of("kind", "plain", "body", "Two"), Instant.now().plusSeconds(7_200));

        ada.on(web)
                .put()
                .uri(first)
                .bodyValue(Map.of(
                        "kind",
                        "plain",
                        "body",
                        "One, better",
                        "publishAt",
                        Instant.now().plusSeconds(9_000).toString()))
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(waiting(ada).at("/1/post/body").stringValue()).isEqualTo("One, better");
        bo.on(web).post().uri(first + "/publish").exchange().expectStatus().isNotFound();
        bo.on(web).delete().uri(second).exchange().expectStatus().isNoContent();
        assertThat(waiting(ada)).hasSize(2);
        ada.on(web).post().uri(first + "/publish").exchange().expectStatus().isCreated();
        ada.on(web).delete().uri(second).exchange().expectStatus().isNoContent();

        assertThat(waiting(ada)).isEmpty();
        assertThat(feedOf(ada)).containsExactly("One, better");
    }

    @Test
    void whatCouldNotBePublishedNowIsRefusedAtOnce() {
        refuses(Map.of("kind", "plain", "body", "Too late"), Instant.now().minusSeconds(60), "in-the-past");
        refuses(Map.of("kind", "plain", "body", "Too far"), Instant.now().plus(Duration.ofDays(400)), "too-far");
        refuses(Map.of("kind", "plain"), Instant.now().plusSeconds(60), "required");
        assertThat(waiting(ada)).isEmpty();
    }

    @Test
    void whatMayNotBePublishedByThenStaysWithItsAuthorWithTheReason() {
        CommunityId closed = organisation.community("closed");
        organisation.member(closed, ada, "member");
        String address = schedules(
                ada,
                Map.of(
                        "kind", "plain",
                        "body", "Among us",
                        "audience", Map.of("type", "community", "communityId", closed.toString())),
                Instant.now().plusSeconds(3_600));
        organisation.member(closed, ada, null);
        String other = schedules(
                ada, Map.of("kind", "plain", "body", "Hello"), Instant.now().plusSeconds(3_600));

        itsMomentHasCome(address);
        itsMomentHasCome(other);

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> waiting(ada).size() == 1
                        && waiting(ada).at("/0/failure").asString("").equals("not-a-member"));
        assertThat(feedOf(ada)).containsExactly("Hello");
    }

    private String schedules(Someone author, Map<String, ?> post, Instant at) {
        return Objects.requireNonNull(
                        send(author, post, at).getResponseHeaders().getLocation())
                .getPath();
    }

    private EntityExchangeResult<byte[]> send(Someone author, Map<String, ?> post, Instant at) {
        Map<String, Object> scheduled = new HashMap<>(post);
        scheduled.put("publishAt", at.toString());
        return author.on(web)
                .post()
                .uri("/api/v1/posts")
                .bodyValue(scheduled)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private void refuses(Map<String, ?> post, Instant at, String code) {
        EntityExchangeResult<byte[]> answer = send(ada, post, at);
        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(new String(
                        Objects.requireNonNull(answer.getResponseBody()), java.nio.charset.StandardCharsets.UTF_8))
                .contains(code);
    }

    private void itsMomentHasCome(String address) {
        organisation.run("update scheduled_post set publish_at = now() where id = '%s'"
                .formatted(address.substring(address.lastIndexOf('/') + 1)));
    }

    private JsonNode waiting(Someone person) {
        return person.gets(web, "/api/v1/posts/scheduled").get("items");
    }

    private List<String> feedOf(Someone author) {
        JsonNode items = bo.gets(web, "/api/v1/feeds/people/" + author.id()).get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(post -> post.get("body").stringValue())
                .toList();
    }
}
