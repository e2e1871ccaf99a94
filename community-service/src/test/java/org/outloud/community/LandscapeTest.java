package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.community.Someone.Answer;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.Event;
import org.outloud.contracts.event.PostDeleted;
import org.outloud.contracts.event.PostPublished;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Topics without a community and communities about the same are found, and shown to those whom it concerns. */
@ServiceTest
@Import(Organisation.class)
class LandscapeTest {

    private static final String GAPS = "/api/v1/inventory/gaps";
    private static final String OVERLAPS = "/api/v1/inventory/overlaps";
    private static final String RUNS = "/api/v1/inventory/runs";
    private static final String PROPOSALS = "/api/v1/inventory/proposals";

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    Someone learning;
    Someone other;
    String tag;

    @BeforeEach
    void people() {
        learning = organisation.someone(web, "learning", "learning");
        other = organisation.someone(web, "other");
        tag = "t" + Organisation.unique();
    }

    @Test
    void whatManySpeakOfWithoutACommunityIsAGapWithItsEvidence() {
        List<PostPublished> posts = posts(6, "everyone", null);
        look();

        JsonNode gap = gap(learning);
        assertThat(gap.get("label").stringValue()).isEqualTo(tag);
        assertThat(gap.get("people").intValue()).isEqualTo(6);
        assertThat(gap.get("posts").intValue()).isEqualTo(6);
        assertThat(gap.get("asks").intValue()).isEqualTo(6);
        assertThat(gap.get("examples")).hasSize(5);
        assertThat(gap.get("weeks").get(11).intValue()).isEqualTo(6);

        PostPublished gone = posts.stream()
                .filter(post ->
                        post.id().toString().equals(gap.get("examples").get(0).stringValue()))
                .findFirst()
                .orElseThrow();
        topics.publish(new PostDeleted(gone.id(), 2, gone.author(), gone.id(), Instant.now()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> gap(learning).get("examples").size() == 4);
        applied(gone);
        look();
        assertThat(gap(learning).get("people").intValue()).isEqualTo(5);
    }

    @Test
    void aGapIsGoneWhenACommunityServesIt() {
        posts(5, "everyone", null);
        look();
        assertThat(gap(learning).isMissingNode()).isFalse();

        other.founds(Map.of("name", "About " + tag, "domain", tag));
        look();
        assertThat(gap(learning).isMissingNode()).isTrue();
    }

    @Test
    void whatWasNotSaidToEveryoneMakesNoGap() {
        String closed = other.founds("Closed " + Organisation.unique(), "closed");
        String secret = other.founds("Secret " + Organisation.unique(), "secret");
        posts(6, "followers", null);
        posts(6, "people", null);
        posts(6, "community", id(closed));
        posts(6, "community", id(secret));
        String last = tag;
        tag = "t" + Organisation.unique();
        posts(6, "everyone", null);
        look();

        assertThat(gap(learning).isMissingNode()).isFalse();
        tag = last;
        assertThat(gap(learning).isMissingNode()).isTrue();
        assertThat(organisation.count("select count(*) from open_post where :tag = any(tags)", Map.of("tag", tag)))
                .isZero();
    }

    @Test
    void anExampleOfSomebodyWhoBlockedTheViewerIsNotShown() {
        List<PostPublished> posts = posts(5, "everyone", null);
        look();
        assertThat(gap(learning).get("examples")).hasSize(5);

        Someone author = new Someone(posts.get(0).author(), "", "", web);
        organisation.blocks(author, learning, true);
        assertThat(gap(learning).get("examples")).hasSize(4);
    }

    @Test
    void onlyLearningAndAdministratorsLook() {
        for (String path : List.of(GAPS, OVERLAPS, RUNS)) {
            assertThat(other.get(path).status()).isEqualTo(403);
        }
        assertThat(other.post(RUNS, Map.of()).status()).isEqualTo(403);
        assertThat(organisation.someone(web, "admin", "admin").get(GAPS).status())
                .isEqualTo(200);
    }

    @Test
    void communitiesAboutTheSameAreAPairWithItsEvidence() {
        String one = other.founds(Map.of("name", "Guild " + tag, "domain", tag, "purpose", "To learn about " + tag));
        String two = other.founds(Map.of("name", "Practice " + tag, "domain", tag));
        List<Someone> both = List.of(organisation.someone(web, "a"), organisation.someone(web, "b"));
        both.forEach(each -> {
            each.put(one + "/membership", null);
            each.put(two + "/membership", null);
        });
        look();

        JsonNode pair = pair(learning, one, two);
        assertThat(pair.get("score").doubleValue()).isGreaterThanOrEqualTo(0.5);
        assertThat(pair.get("sharedWords").get(0).stringValue()).isEqualTo(tag);
        assertThat(pair.get("sharedMembers").intValue()).isEqualTo(3);
        assertThat(pair.get("memberSample")).hasSize(3);

        other.patch(two, Map.of("visibility", "closed"));
        JsonNode closed = pair(learning, one, two);
        assertThat(closed.get("sharedMembers").isNull()).isTrue();
        assertThat(closed.get("members").isNull()).isTrue();
        assertThat(closed.get("memberSample")).isEmpty();

        other.patch(two, Map.of("visibility", "secret"));
        assertThat(pair(learning, one, two).isMissingNode()).isTrue();
        look();
        assertThat(pair(learning, one, two).isMissingNode()).isTrue();
    }

    @Test
    void aProposalIsAcceptedOnceAStewardOfEachSaysSo() {
        Someone second = organisation.someone(web, "second");
        String one = other.founds("One " + tag, "open");
        String two = second.founds("Two " + tag, "closed");
        Answer proposed = learning.post(
                PROPOSALS, Map.of("communityId", id(one), "otherId", id(two), "note", "You do the same."));
        assertThat(proposed.status()).isEqualTo(201);
        String proposal = proposed.header("Location");
        assertThat(learning.post(PROPOSALS, Map.of("communityId", id(two), "otherId", id(one)))
                        .text("/type"))
                .isEqualTo("/problems/merge-proposed");

        assertThat(other.get(PROPOSALS).body().get("items")).hasSize(1);
        assertThat(organisation.someone(web, "outsider").get(PROPOSALS).body().get("items"))
                .isEmpty();
        assertThat(organisation.someone(web, "outsider").get(proposal).status()).isEqualTo(404);
        assertThat(learning.post(proposal + "/accept", Map.of()).status()).isEqualTo(403);
        assertThat(other.post(proposal + "/accept", Map.of()).text("/state")).isEqualTo("open");
        assertThat(second.post(proposal + "/accept", Map.of()).text("/state")).isEqualTo("accepted");
        assertThat(second.post(proposal + "/dismiss", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void aProposalIsDismissedByAStewardOrByWhoMadeIt() {
        String one = other.founds("One " + tag, "open");
        String two = other.founds("Two " + tag, "open");
        Map<String, ?> both = Map.of("communityId", id(one), "otherId", id(two));

        String first = learning.post(PROPOSALS, both).header("Location");
        assertThat(organisation
                        .someone(web, "admin", "admin")
                        .post(first + "/dismiss", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(other.post(first + "/dismiss", Map.of()).text("/state")).isEqualTo("dismissed");
        String second = other.post(PROPOSALS, both).header("Location");
        assertThat(other.post(second + "/dismiss", Map.of()).text("/state")).isEqualTo("dismissed");
    }

    @Test
    void nobodyProposesWhatDoesNotConcernThemOrWouldTellASecret() {
        Someone outsider = organisation.someone(web, "outsider");
        String one = other.founds("One " + tag, "open");
        String two = other.founds("Two " + tag, "secret");
        String three = other.founds("Three " + tag, "open");

        assertThat(outsider.post(PROPOSALS, Map.of("communityId", id(one), "otherId", id(three)))
                        .status())
                .isEqualTo(403);
        assertThat(learning.post(PROPOSALS, Map.of("communityId", id(one), "otherId", id(two)))
                        .status())
                .isEqualTo(404);
        assertThat(other.post(PROPOSALS, Map.of("communityId", id(one), "otherId", id(two)))
                        .text("/type"))
                .isEqualTo("/problems/merge-secret");
        assertThat(other.post(PROPOSALS, Map.of("communityId", id(one), "otherId", id(one)))
                        .status())
                .isEqualTo(400);
    }

    private List<PostPublished> posts(int people, String audience, @Nullable String community) {
        List<PostPublished> posts = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            Someone author = organisation.someone(web, "author");
            posts.add(post(author.id(), audience, community));
        }
        for (PostPublished post : posts) {
            applied(post);
        }
        return posts;
    }

    /** Publishes an event, and waits until the service has looked at it. */
    private void applied(Event event) {
        UUID id = UUID.randomUUID();
        topics.publish(id, event);
        organisation.await(
                "select count(*) from inbox where consumer = 'community.topics' and event_id = :id",
                Map.of("id", id),
                1);
    }

    private PostPublished post(PersonId author, String audience, @Nullable String community) {
        PostId id = PostId.next();
        return new PostPublished(
                id,
                1,
                "question",
                author,
                id,
                null,
                audience,
                community == null ? null : new CommunityId(UUID.fromString(community)),
                List.of(),
                "Who knows #" + tag + "?",
                null,
                null,
                null,
                List.of(tag),
                List.of(),
                Instant.now(),
                false);
    }

    /** Asks for a run, and waits until one that was asked for after that has ended; one under way may have read before. */
    private void look() {
        Instant before = Instant.now();
        JsonNode asked;
        do {
            asked = learning.post(RUNS, Map.of()).body().at("/items/0");
            ended(asked.get("id").stringValue());
        } while (Instant.parse(asked.get("askedAt").stringValue()).isBefore(before));
    }

    private void ended(String run) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !found(
                                learning.get(RUNS).body().get("items"),
                                one -> one.get("id").stringValue().equals(run))
                        .get("finishedAt")
                        .isNull());
    }

    private JsonNode gap(Someone viewer) {
        return found(
                viewer.get(GAPS).body().get("items"),
                gap -> gap.get("words").toString().contains(tag));
    }

    private JsonNode pair(Someone viewer, String one, String other) {
        return found(viewer.get(OVERLAPS).body().get("items"), pair -> {
            String both = pair.toString();
            return both.contains(id(one)) && both.contains(id(other));
        });
    }

    private static JsonNode found(JsonNode items, java.util.function.Predicate<JsonNode> such) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(such)
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }

    private static String id(String community) {
        return community.substring(community.lastIndexOf('/') + 1);
    }
}
