package org.outloud.feed.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.AskWaiting;
import org.outloud.contracts.event.HelpersFound;
import org.outloud.feed.Organisation;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** An ask that nobody replies to for a day comes to a few who could help, and to nobody too often. */
@ServiceTest
@Import(Organisation.class)
class GivingOnTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    GivingOn giving;

    @Autowired
    Asks asks;

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    Someone ada;
    Someone bo;
    Someone carla;
    Someone dev;
    Someone eve;

    @BeforeEach
    void people() {
        ada = organisation.someone("ada");
        bo = organisation.someone("bo");
        carla = organisation.someone("carla");
        dev = organisation.someone("dev");
        eve = organisation.someone("eve");
    }

    @Test
    void helpersAreLookedForOnceAndOnlyForAsksToWhichNobodyElseReplied() {
        String waiting = asksADayAgo(Map.of("kind", "question", "body", "Who knows #heaps?"));
        String need = asksADayAgo(Map.of("kind", "working-out-loud", "doing", "A sort", "need", "A faster one"));
        String replied = asksADayAgo(Map.of("kind", "question", "body", "Replied to?"));
        String talking = asksADayAgo(Map.of("kind", "question", "body", "Only myself?"));
        String young = asks(Map.of("kind", "question", "body", "Just now?"));
        String none = asksADayAgo(Map.of("kind", "plain", "body", "No ask"));
        replies(bo, replied);
        replies(ada, talking);

        giving.look().block(PATIENCE);
        giving.look().block(PATIENCE);

        AskWaiting told = topics.await(AskWaiting.class, waiting, 1).get(0);
        assertThat(told.topic()).isEqualTo("heaps Who knows #heaps?");
        assertThat(told.asker()).isEqualTo(ada.id());
        assertThat(topics.await(AskWaiting.class, need, 1).get(0).topic()).isEqualTo("A faster one");
        assertThat(topics.await(AskWaiting.class, talking, 1)).hasSize(1);
        assertThat(givenOn(waiting, need, talking)).isEqualTo(3);
        assertThat(givenOn(replied, young, none)).isZero();
    }

    @Test
    void theFirstThreeWhoMayReadItAreAskedEachWithTheReason() {
        CommunityId closed = organisation.community("closed");
        for (Someone member : List.of(ada, bo, carla, dev, eve)) {
            organisation.member(closed, member, "member");
        }
        Someone outsider = organisation.someone("outsider");
        String ask = asks(Map.of(
                "kind", "question",
                "body", "Who knows?",
                "audience", Map.of("type", "community", "communityId", closed.toString())));

        finds(
                ask,
                helper(outsider, "answers", null, 9),
                helper(ada, "skill", "Everything", 1),
                helper(bo, "answers", null, 3),
                helper(carla, "skill", "Heaps", 2),
                helper(dev, "posts", null, 1),
                helper(eve, "posts", null, 1));

        Awaitility.await().until(() -> told(dev).size() == 1);
        assertThat(told(bo).at("/0/reason/kind").stringValue()).isEqualTo("ask");
        assertThat(told(bo).at("/0/reason/because/kind").stringValue()).isEqualTo("answers");
        assertThat(told(bo).at("/0/reason/because/count").intValue()).isEqualTo(3);
        assertThat(told(bo).at("/0/post/id").stringValue()).isEqualTo(ask);
        assertThat(told(carla).at("/0/reason/because/words").stringValue()).isEqualTo("Heaps");
        assertThat(Stream.of(ada, eve, outsider).map(this::told)).allMatch(JsonNode::isEmpty);
    }

    @Test
    void nobodyIsAskedMoreThanTwiceADayAndTheNextIsAskedInstead() {
        for (Someone third : List.of(carla, dev, eve)) {
            String ask = asks(Map.of("kind", "question", "body", "For " + third.userName()));
            finds(ask, helper(bo, "answers", null, 1), helper(third, "posts", null, 1));
        }

        for (Someone third : List.of(carla, dev, eve)) {
            Awaitility.await().until(() -> told(third).size() == 1);
        }
        assertThat(told(bo)).hasSize(2);
    }

    @Test
    void whatIsAnsweredOrMutedMeanwhileAsksNobodyAndAnAnswerEndsTheAsking() {
        String answered = asks(Map.of("kind", "question", "body", "Answered?"));
        replies(dev, answered);
        String open = asks(Map.of("kind", "question", "body", "Open?"));

        finds(answered, helper(bo, "answers", null, 1));
        finds(open, helper(bo, "answers", null, 1));

        Awaitility.await().until(() -> told(bo).size() == 1);
        assertThat(told(bo).at("/0/post/id").stringValue()).isEqualTo(open);
        String comment = replies(carla, open);
        ada.on(web)
                .put()
                .uri("/api/v1/posts/" + open + "/answer")
                .bodyValue(Map.of("commentId", comment))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(told(bo)).isEmpty();
    }

    @Test
    void theSummaryCountsWhatEverybodyMayRead() {
        AskSummary before = summary();
        CommunityId secret = organisation.community("secret");
        organisation.member(secret, ada, "member");
        asks(Map.of(
                "kind", "question",
                "body", "Among us?",
                "audience", Map.of("type", "community", "communityId", secret.toString())));
        asks(Map.of("kind", "question", "body", "Unanswered?"));
        replies(bo, asks(Map.of("kind", "question", "body", "Answered?")));
        replies(ada, asks(Map.of("kind", "question", "body", "By myself?")));

        AskSummary after = summary();

        assertThat(after.asked() - before.asked()).isEqualTo(3);
        assertThat(after.answered() - before.answered()).isEqualTo(1);
        assertThat(after.withinADay() - before.withinADay()).isEqualTo(1);
        assertThat(after.medianSeconds()).isNotNull();
        assertThat(ada.gets(web, "/api/v1/asks/summary").get("days").intValue()).isEqualTo(90);
    }

    private AskSummary summary() {
        return java.util.Objects.requireNonNull(asks.summary(90).block(PATIENCE));
    }

    private void finds(String ask, HelpersFound.Helper... helpers) {
        topics.publish(new HelpersFound(new PostId(UUID.fromString(ask)), List.of(helpers), Instant.now()));
    }

    private static HelpersFound.Helper helper(
            Someone person, String reason, @org.jspecify.annotations.Nullable String words, int count) {
        return new HelpersFound.Helper(person.id(), reason, words, count);
    }

    private JsonNode told(Someone person) {
        return person.gets(web, "/api/v1/notifications").get("items");
    }

    private String asks(Map<String, ?> post) {
        return ada.posts(web, post).get("id").stringValue();
    }

    private String asksADayAgo(Map<String, ?> post) {
        String id = asks(post);
        organisation.run("update post set created_at = now() - interval '25 hours' where id = '%s'".formatted(id));
        return id;
    }

    private String replies(Someone author, String to) {
        return author.posts(web, "/api/v1/posts/" + to + "/comments", Map.of("body", "A word"))
                .get("id")
                .stringValue();
    }

    private int givenOn(String... posts) {
        return Integer.parseInt(organisation.text("select count(*)::text from ask_given_on where post_id in ('%s')"
                .formatted(String.join("','", posts))));
    }
}
