package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.CommunityId;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What is passed on is seen by whoever may see it anyway, and by nobody more. */
@ServiceTest
@Import(Organisation.class)
class SharingTest {

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
    void aPostIsPassedOnWithOwnWordsAndShownAsItIsNow() {
        String original = says(ada, "Original", Map.of("type", "everyone"));

        JsonNode share = shares(bo, original, "Worth ten minutes #heaps");
        bo.on(web)
                .patch()
                .uri("/api/v1/posts/" + share.get("id").stringValue())
                .bodyValue(Map.of("body", "Worth twenty #heaps"))
                .exchange()
                .expectStatus()
                .isOk();
        ada.on(web)
                .patch()
                .uri("/api/v1/posts/" + original)
                .bodyValue(Map.of("body", "Better said"))
                .exchange()
                .expectStatus()
                .isOk();

        JsonNode read = carla.gets(web, path(share));
        assertThat(read.get("body").stringValue()).isEqualTo("Worth twenty #heaps");
        assertThat(read.at("/tags/0").stringValue()).isEqualTo("heaps");
        assertThat(read.at("/shared/post/id").stringValue()).isEqualTo(original);
        assertThat(read.at("/shared/post/body").stringValue()).isEqualTo("Better said");
        assertThat(carla.gets(web, "/api/v1/posts/" + original).get("shared").isNull())
                .isTrue();
    }

    @Test
    void ownWordsMayBeMissingAndACommentMayBePassedOn() {
        String original = says(ada, "Original", Map.of("type", "everyone"));
        String comment = carla.posts(web, "/api/v1/posts/" + original + "/comments", Map.of("body", "The answer"))
                .get("id")
                .stringValue();

        JsonNode share = bo.posts(web, "/api/v1/posts/" + comment + "/share", Map.of());

        assertThat(share.get("body").isNull()).isTrue();
        assertThat(share.at("/shared/post/body").stringValue()).isEqualTo("The answer");
        assertThat(share.at("/shared/post/rootId").stringValue()).isEqualTo(original);
    }

    @Test
    void whoMayNotReadTheOriginalSeesTheOwnWordsAlone() {
        CommunityId closed = organisation.community("closed");
        organisation.member(closed, ada, "member");
        organisation.member(closed, bo, "member");
        String original = says(ada, "Among us", Map.of("type", "community", "communityId", closed.toString()));
        JsonNode share = shares(bo, original, "Remember");

        assertThat(ada.gets(web, path(share)).at("/shared/post/id").stringValue())
                .isEqualTo(original);
        String outside = carla.gets(web, path(share)).toString();
        assertThat(outside).contains("Remember", "\"shared\":{\"post\":null}").doesNotContain(original, "Among us");
        assertThat(carla.status(web, "/api/v1/posts/" + original)).isEqualTo(404);
        carla.on(web)
                .post()
                .uri("/api/v1/posts/" + original + "/share")
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isNotFound();
        ada.on(web)
                .delete()
                .uri("/api/v1/posts/" + original)
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(bo.gets(web, path(share)).at("/shared/post").isNull()).isTrue();
    }

    @Test
    void onOpenStreamsEachFollowerGetsWhatTheyMaySee() {
        CommunityId closed = organisation.community("closed");
        Someone dev = organisation.someone("dev");
        for (Someone member : List.of(ada, bo, dev)) {
            organisation.member(closed, member, "member");
        }
        organisation.follows(carla, bo, true);
        organisation.follows(dev, bo, true);
        String original = says(ada, "Among us", Map.of("type", "community", "communityId", closed.toString()));
        try (Stream outside = Stream.open(port, carla, null);
                Stream inside = Stream.open(port, dev, null)) {
            String share = shares(bo, original, "Remember").get("id").stringValue();

            inside.await("post", share);
            outside.await("post", share);
            assertThat(inside.hasHeard("post", original)).isTrue();
            assertThat(outside.hasHeard("post", original)).isFalse();
        }
    }

    @Test
    void aPostThatPassesOnAnotherIsPassedOnWithoutThatOne() {
        String original = says(ada, "Original", Map.of("type", "everyone"));
        JsonNode first = shares(bo, original, "First");

        JsonNode second = shares(carla, first.get("id").stringValue(), "Second");

        assertThat(second.at("/shared/post/body").stringValue()).isEqualTo("First");
        assertThat(second.at("/shared/post/shared/post").isNull()).isTrue();
    }

    @Test
    void whoeverWroteItIsToldOnceForAllWhoPassedItOn() {
        String original = says(ada, "Original", Map.of("type", "everyone"));

        shares(bo, original, "One");
        String last = shares(carla, original, "Two").get("id").stringValue();

        Awaitility.await()
                .until(() -> told(ada).size() == 1 && told(ada).at("/0/people").intValue() == 2);
        assertThat(told(ada).at("/0/reason/kind").stringValue()).isEqualTo("share");
        assertThat(told(ada).at("/0/post/id").stringValue()).isEqualTo(last);
        assertThat(told(bo)).isEmpty();
    }

    private JsonNode told(Someone person) {
        return person.gets(web, "/api/v1/notifications").get("items");
    }

    private String says(Someone author, String body, Map<String, ?> audience) {
        return author.posts(web, Map.of("kind", "plain", "body", body, "audience", audience))
                .get("id")
                .stringValue();
    }

    private JsonNode shares(Someone person, String post, String words) {
        return person.posts(web, "/api/v1/posts/" + post + "/share", Map.of("body", words));
    }

    private static String path(JsonNode post) {
        return "/api/v1/posts/" + post.get("id").stringValue();
    }
}
