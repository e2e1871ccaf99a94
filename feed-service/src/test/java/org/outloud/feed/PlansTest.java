package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.CommunityId;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Those who care for a community plan over weeks what it is asked; each prompt is posted as whoever planned it. */
@ServiceTest
@Import(Organisation.class)
class PlansTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration WEEK = Duration.ofDays(7);

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    Someone steward;
    Someone facilitator;
    Someone member;
    CommunityId community;
    String plan;

    @BeforeEach
    void people() {
        steward = organisation.someone("steward");
        facilitator = organisation.someone("facilitator");
        member = organisation.someone("member");
        community = organisation.community("secret");
        organisation.member(community, steward, "steward");
        organisation.member(community, facilitator, "facilitator");
        organisation.member(community, member, "member");
        plan = "/api/v1/posts/plans/" + community;
    }

    @Test
    void aPromptIsPostedAsWhoPlannedItWhenItsMomentHasCome() {
        planned(facilitator, 3);
        assertThat(prompts(steward)).hasSize(3);
        assertThat(prompts(steward).at("/0/author/id").stringValue())
                .isEqualTo(facilitator.id().toString());
        assertThat(prompts(steward).at("/0/mine").booleanValue()).isFalse();
        assertThat(feed()).isEmpty();

        dueIs("Prompt 0");

        Awaitility.await().atMost(PATIENCE).until(() -> prompts(steward).size() == 2);
        assertThat(feed()).singleElement().satisfies(post -> {
            assertThat(post.at("/author/id").stringValue())
                    .isEqualTo(facilitator.id().toString());
            assertThat(post.get("body").stringValue()).isEqualTo("Prompt 0");
            assertThat(post.get("kind").stringValue()).isEqualTo("question");
        });
    }

    @Test
    void whatIsPausedWaitsAndGoesOnByWholeWeeksLater() {
        planned(steward, 2);
        Instant first = at(prompts(steward), 0);
        status(facilitator, HttpMethod.POST, plan + "/pause", 200);
        assertThat(prompts(steward).at("/0/paused").booleanValue()).isTrue();

        organisation.run("update scheduled_post set publish_at = publish_at - interval '9 days' where plan_of = '"
                + community + "'");
        Instant missed = first.minus(Duration.ofDays(9));
        String other = otherOfTheStewardIsDue();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> steward.gets(web, "/api/v1/feeds/people/" + steward.id())
                        .toString()
                        .contains(other));
        assertThat(prompts(steward))
                .as("a round went by, and nothing of the plan was posted")
                .hasSize(2);

        status(facilitator, HttpMethod.POST, plan + "/resume", 200);
        JsonNode prompts = prompts(steward);
        assertThat(at(prompts, 0)).isAfter(Instant.now()).isBefore(Instant.now().plus(WEEK));
        assertThat(Duration.between(missed, at(prompts, 0)).toSeconds() % WEEK.toSeconds())
                .isZero();
        assertThat(Duration.between(at(prompts, 0), at(prompts, 1))).isEqualTo(WEEK);
        assertThat(prompts.at("/0/paused").booleanValue()).isFalse();
    }

    @Test
    void aPromptIsChangedAndSkippedByItsAuthor() {
        planned(steward, 2);
        String waiting =
                "/api/v1/posts/scheduled/" + prompts(steward).at("/0/id").stringValue();
        Map<String, ?> other = Map.of(
                "kind",
                "plain",
                "body",
                "In other words",
                "audience",
                Map.of("type", "community", "communityId", community.toString()),
                "publishAt",
                Instant.now().plusSeconds(60).toString());

        send(facilitator, HttpMethod.PUT, waiting, other, 404);
        send(steward, HttpMethod.PUT, waiting, other, 204);
        assertThat(prompts(steward).at("/0/body").stringValue()).isEqualTo("In other words");
        assertThat(prompts(steward).at("/0/kind").stringValue()).isEqualTo("plain");

        send(
                steward,
                HttpMethod.PUT,
                waiting,
                Map.of(
                        "kind",
                        "plain",
                        "body",
                        "To all",
                        "publishAt",
                        Instant.now().plusSeconds(60).toString()),
                204);
        assertThat(prompts(facilitator))
                .as("what goes elsewhere is no prompt of this plan")
                .hasSize(1);
        status(
                steward,
                HttpMethod.DELETE,
                "/api/v1/posts/scheduled/" + prompts(steward).at("/0/id").stringValue(),
                204);
        assertThat(prompts(facilitator)).isEmpty();
    }

    @Test
    void allOfThePromptsArePlannedOrNone() {
        Map<String, ?> good =
                Map.of("body", "Good", "publishAt", Instant.now().plus(WEEK).toString());
        Map<String, ?> past =
                Map.of("body", "Past", "publishAt", Instant.now().minus(WEEK).toString());

        send(steward, HttpMethod.POST, plan, Map.of("prompts", List.of(good, past)), 400);
        send(steward, HttpMethod.POST, plan, Map.of("prompts", List.of()), 400);
        send(steward, HttpMethod.POST, plan, Map.of("prompts", List.of(Map.of("body", " "))), 400);

        assertThat(prompts(steward)).isEmpty();
        assertThat(steward.gets(web, "/api/v1/posts/scheduled").get("items")).isEmpty();
    }

    @Test
    void onlyThoseWhoCareForTheCommunityKnowItsPlan() {
        planned(steward, 1);
        Someone outsider = organisation.someone("outsider");
        CommunityId open = organisation.community("open");
        Map<String, ?> prompts = Map.of(
                "prompts",
                List.of(Map.of(
                        "body", "Mine", "publishAt", Instant.now().plus(WEEK).toString())));

        status(member, HttpMethod.GET, plan, 403);
        send(member, HttpMethod.POST, plan, prompts, 403);
        status(member, HttpMethod.POST, plan + "/pause", 403);
        status(member, HttpMethod.POST, plan + "/resume", 403);
        status(outsider, HttpMethod.GET, plan, 404);
        send(outsider, HttpMethod.POST, plan, prompts, 404);
        status(outsider, HttpMethod.GET, "/api/v1/posts/plans/" + open, 403);
        organisation.member(community, facilitator, null);
        status(facilitator, HttpMethod.GET, plan, 404);
    }

    /** A post outside of the plan, whose moment came after that of the plan's first. */
    private String otherOfTheStewardIsDue() {
        send(
                steward,
                HttpMethod.POST,
                "/api/v1/posts",
                Map.of(
                        "kind",
                        "plain",
                        "body",
                        "Other",
                        "publishAt",
                        Instant.now().plusSeconds(3_600).toString()),
                202);
        organisation.run("update scheduled_post set publish_at = now() where author_id = '%s' and plan_of is null"
                .formatted(steward.id()));
        return "Other";
    }

    private void planned(Someone who, int prompts) {
        Instant first = Instant.now().plusSeconds(3_600);
        List<Map<String, String>> all = IntStream.range(0, prompts)
                .mapToObj(week -> Map.of(
                        "body",
                        "Prompt " + week,
                        "publishAt",
                        first.plus(WEEK.multipliedBy(week)).toString()))
                .toList();
        send(who, HttpMethod.POST, plan, Map.of("prompts", all), 201);
    }

    private void dueIs(String body) {
        organisation.run(
                "update scheduled_post set publish_at = now() where plan_of = '%s' and content ->> 'body' = '%s'"
                        .formatted(community, body));
    }

    private JsonNode prompts(Someone who) {
        return who.gets(web, plan).get("items");
    }

    private List<JsonNode> feed() {
        JsonNode items =
                member.gets(web, "/api/v1/feeds/communities/" + community).get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static Instant at(JsonNode prompts, int place) {
        return Instant.parse(prompts.get(place).get("publishAt").stringValue());
    }

    private void status(Someone who, HttpMethod method, String path, int status) {
        who.on(web).method(method).uri(path).exchange().expectStatus().isEqualTo(status);
    }

    private void send(Someone who, HttpMethod method, String path, Map<String, ?> body, int status) {
        who.on(web)
                .method(method)
                .uri(path)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }
}
