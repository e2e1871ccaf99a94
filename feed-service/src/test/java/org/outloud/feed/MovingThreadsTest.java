package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.event.PostDeleted;
import org.outloud.contracts.event.PostPublished;
import org.outloud.contracts.event.PostsHandedOver;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Threads go where their community goes on, with all that hangs on them, and nobody is notified. */
@ServiceTest
@Import(Organisation.class)
class MovingThreadsTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    Someone ada;
    Someone bo;
    Someone carla;
    CommunityId from;
    CommunityId into;

    @BeforeEach
    void people() {
        ada = organisation.someone("ada");
        bo = organisation.someone("bo");
        carla = organisation.someone("carla");
        from = organisation.community("closed");
        into = organisation.community("closed");
        organisation.member(from, ada, "member");
        organisation.member(from, bo, "member");
        organisation.member(into, ada, "member");
        organisation.member(into, carla, "member");
    }

    @Test
    void aWholeThreadGoesAndWhoIsInTheOtherReadsIt() {
        String post = said("For a start", from);
        String reply = bo.posts(web, "/api/v1/posts/" + post + "/comments", Map.of("body", "Yes"))
                .get("id")
                .stringValue();
        assertThat(carla.status(web, "/api/v1/posts/" + post)).isEqualTo(404);

        handOver(null);

        awaitFeed(into, post);
        JsonNode read = carla.gets(web, "/api/v1/posts/" + post);
        assertThat(read.at("/community/id").stringValue()).isEqualTo(into.toString());
        assertThat(read.get("commentCount").intValue()).isEqualTo(1);
        assertThat(carla.gets(web, "/api/v1/posts/" + post + "/comments")
                        .at("/items/0/id")
                        .stringValue())
                .isEqualTo(reply);
        assertThat(bo.status(web, "/api/v1/posts/" + post)).isEqualTo(404);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> ids(carla.gets(web, "/api/v1/feeds/home")).contains(post));
        assertThat(carla.gets(web, "/api/v1/notifications").get("items")).isEmpty();
        List<PostPublished> told = topics.await(PostPublished.class, post, 2);
        assertThat(told.get(1).communityId()).isEqualTo(into);
        assertThat(told.get(1).version()).isEqualTo(2);
        assertThat(told.get(1).imported()).isTrue();
        assertThat(topics.await(PostPublished.class, reply, 2).get(1).communityId())
                .isEqualTo(into);
    }

    @Test
    void whatIsDeletedComesBackWhereItsCommunityWentOn() {
        String post = said("A mistake", from);
        ada.on(web)
                .delete()
                .uri("/api/v1/posts/" + post)
                .exchange()
                .expectStatus()
                .isNoContent();

        handOver(null);

        topics.await(PostDeleted.class, post, 2);
        ada.on(web)
                .post()
                .uri("/api/v1/posts/" + post + "/restore")
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        assertThat(carla.gets(web, "/api/v1/posts/" + post).at("/community/id").stringValue())
                .isEqualTo(into.toString());
    }

    @Test
    void onlyThreadsWithTheTagGoAndNoneThatBeginLater() {
        String tagged = said("About #adt", from);
        String other = said("About #lunch", from);
        handOver("adt");
        awaitFeed(into, tagged);
        assertThat(ids(ada.gets(web, "/api/v1/feeds/communities/" + from))).containsExactly(other);

        String later = said("More about #adt", from);
        handOver("lunch");
        awaitFeed(into, other);

        assertThat(ids(ada.gets(web, "/api/v1/feeds/communities/" + from))).containsExactly(later);
    }

    @Test
    void whatWaitsToBePostedIsPostedWhereTheCommunityGoesOn() {
        Map<String, Object> audience = Map.of("type", "community", "communityId", from.toString());
        ada.on(web)
                .post()
                .uri("/api/v1/posts")
                .bodyValue(Map.of(
                        "kind",
                        "plain",
                        "body",
                        "Later",
                        "audience",
                        audience,
                        "publishAt",
                        Instant.now().plusSeconds(3_600).toString()))
                .exchange()
                .expectStatus()
                .isAccepted();
        String draft = "/api/v1/drafts/" + UUID.randomUUID();
        ada.on(web)
                .put()
                .uri(draft)
                .bodyValue(Map.of("kind", "plain", "body", "Half", "audience", audience))
                .exchange()
                .expectStatus()
                .is2xxSuccessful();

        handOver(null);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> ada.gets(web, "/api/v1/posts/scheduled")
                        .at("/items/0/post/audience/communityId")
                        .stringValue()
                        .equals(into.toString()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> ada.gets(web, "/api/v1/drafts")
                        .at("/items/0/content/audience/communityId")
                        .stringValue()
                        .equals(into.toString()));
    }

    private String said(String words, CommunityId community) {
        return ada.posts(
                        web,
                        Map.of(
                                "kind",
                                "plain",
                                "body",
                                words,
                                "audience",
                                Map.of("type", "community", "communityId", community.toString())))
                .get("id")
                .stringValue();
    }

    private void handOver(@Nullable String tag) {
        topics.publish(new PostsHandedOver(UUID.randomUUID(), from, into, tag, Instant.now()));
    }

    private void awaitFeed(CommunityId community, String post) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> ids(ada.gets(web, "/api/v1/feeds/communities/" + community))
                        .contains(post));
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(post -> post.get("id").stringValue())
                .toList();
    }
}
