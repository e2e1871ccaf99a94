package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.outloud.contracts.CommunityId;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Where a viewer meets a person: by what the one is to the other, on every surface; and the guard that sees to it. */
@ServiceTest
@Import(Organisation.class)
class BlocksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String UNGUARDED = """
            create or replace function hidden_from(viewer uuid) returns setof uuid language sql stable as $$
              select null::uuid where false
            $$
            """;

    /** What the viewer is to the person. */
    enum Relation {
        OUTSIDER,
        MUTING,
        BLOCKER,
        BLOCKED
    }

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @LocalServerPort
    int port;

    Someone person;
    Someone viewer;
    Someone third;
    CommunityId community;
    String tag;
    String post;
    String thread;
    String comment;

    @BeforeEach
    void aPersonSaysThingsInSightOfAViewer() {
        person = organisation.someone("person");
        viewer = organisation.someone("viewer");
        third = organisation.someone("third");
        community = organisation.community("open");
        List.of(person, viewer, third).forEach(one -> organisation.member(community, one, "member"));
        tag = "t" + person.userName().replaceAll("[^0-9a-f]", "");
        post = says(person, "In the open #" + tag);
        thread = id(third.posts(web, Map.of("kind", "question", "body", "Ask @" + person.userName() + " and me")));
        comment = id(replies(person, thread));
        replies(third, thread);
        assertThat(asks(person, HttpMethod.PUT, "/api/v1/posts/" + thread + "/reactions/helped", null))
                .isEqualTo(200);
        assertThat(asks(third, HttpMethod.PUT, "/api/v1/posts/" + thread + "/answer", Map.of("commentId", comment)))
                .isBetween(200, 299);
        assertThat(asks(viewer, HttpMethod.PUT, "/api/v1/posts/" + post + "/saved", Map.of("folder", "Later")))
                .isEqualTo(200);
        Awaitility.await().atMost(PATIENCE).until(() -> feed(viewer, "home").contains(post));
    }

    @ParameterizedTest
    @EnumSource(Relation.class)
    void theMatrixOfRelationsAndSurfacesHolds(Relation relation) {
        stand(relation);

        Set<String> all = new TreeSet<>(surfaces().keySet());
        Set<String> expected = new TreeSet<>(all);
        switch (relation) {
            case OUTSIDER -> {}
            case MUTING -> expected.removeAll(Set.of("home feed", "live stream"));
            default -> expected.clear();
        }
        assertThat(met()).isEqualTo(expected);
    }

    @Test
    void takingABlockBackBringsEverythingBack() {
        stand(Relation.BLOCKER);
        organisation.distance(viewer, person, false, false);

        assertThat(met()).isEqualTo(new TreeSet<>(surfaces().keySet()));
    }

    @Test
    void withoutTheGuardEverythingIsMet() {
        stand(Relation.BLOCKED);
        String guarded = organisation.text("select pg_get_functiondef('hidden_from(uuid)'::regprocedure)");
        organisation.run(UNGUARDED);
        try {
            assertThat(met()).isEqualTo(new TreeSet<>(surfaces().keySet()));
        } finally {
            organisation.run(guarded);
        }
        assertThat(met()).isEmpty();
    }

    @Test
    void aThirdPersonsThreadOnlyLacksTheComments() {
        stand(Relation.BLOCKED);

        JsonNode seen = viewer.gets(web, "/api/v1/posts/" + thread);
        assertThat(seen.get("commentCount").intValue()).isEqualTo(1);
        assertThat(seen.get("bodyHtml").stringValue()).contains(person.userName());
        assertThat(viewer.gets(web, "/api/v1/posts/" + thread + "/comments").get("items"))
                .hasSize(1);
        assertThat(person.gets(web, "/api/v1/posts/" + thread)
                        .get("commentCount")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void whatOneSaysInTheOthersThreadIsGoneForBoth() {
        String mine = id(replies(viewer, post));
        stand(Relation.BLOCKER);

        assertThat(viewer.status(web, "/api/v1/posts/" + mine)).isEqualTo(404);
        assertThat(person.status(web, "/api/v1/posts/" + mine)).isEqualTo(404);
        assertThat(third.status(web, "/api/v1/posts/" + mine)).isEqualTo(200);
    }

    @Test
    void theGuardIsPartOfTheQueryAndAsksForTheBlocksOnce() {
        String plan =
                organisation.plan("select p.* from readable_post('" + viewer.id() + "') p where p.id = '" + post + "'");

        assertThat(plan)
                .contains("Index Scan using post_pkey")
                .contains("InitPlan")
                .doesNotContain("Function Scan");
    }

    private void stand(Relation relation) {
        switch (relation) {
            case OUTSIDER -> {}
            case MUTING -> organisation.distance(viewer, person, true, false);
            case BLOCKER -> organisation.distance(viewer, person, false, true);
            case BLOCKED -> organisation.distance(person, viewer, false, true);
        }
    }

    private Set<String> met() {
        Set<String> met = new TreeSet<>();
        surfaces().forEach((name, surface) -> {
            if (surface.meets()) {
                met.add(name);
            }
        });
        return met;
    }

    /** Every way in which the service may show a person to a viewer. */
    private Map<String, Surface> surfaces() {
        Map<String, Surface> surfaces = new LinkedHashMap<>();
        surfaces.put("post", () -> viewer.status(web, "/api/v1/posts/" + post) == 200);
        surfaces.put("home feed", () -> feed(viewer, "home").contains(post));
        surfaces.put(
                "feed of the person",
                () -> feed(viewer, "people/" + person.id()).contains(post));
        surfaces.put(
                "feed of the community",
                () -> feed(viewer, "communities/" + community).contains(post));
        surfaces.put("feed of the tag", () -> feed(viewer, "tags/" + tag).contains(post));
        surfaces.put(
                "completion of tags",
                () -> !viewer.gets(web, "/api/v1/tags?prefix=" + tag)
                        .get("items")
                        .isEmpty());
        surfaces.put("comment", () -> viewer.status(web, "/api/v1/posts/" + comment) == 200);
        surfaces.put(
                "comment in a thread",
                () -> ids(viewer.gets(web, "/api/v1/posts/" + thread + "/comments"))
                        .contains(comment));
        surfaces.put(
                "comments of the person's post",
                () -> viewer.status(web, "/api/v1/posts/" + post + "/comments") == 200);
        surfaces.put("number of comments", () -> seen().get("commentCount").intValue() == 2);
        surfaces.put("accepted answer", () -> !seen().get("answer").isNull());
        surfaces.put("name among thanks", () -> seen().get("thanks").toString().contains(person.userName()));
        surfaces.put("number of thanks", () -> seen().get("reactions").has("helped"));
        surfaces.put("mention", () -> !seen().get("mentions").isEmpty());
        surfaces.put(
                "link of a mention", () -> seen().get("bodyHtml").stringValue().contains("/people/"));
        surfaces.put(
                "being mentioned",
                () -> !viewer.posts(web, Map.of("kind", "plain", "body", "@" + person.userName()))
                        .get("mentions")
                        .isEmpty());
        surfaces.put("preview of an audience", () -> preview() == 1);
        surfaces.put(
                "being named as audience",
                () -> asks(
                                viewer,
                                HttpMethod.POST,
                                "/api/v1/posts",
                                Map.of("kind", "plain", "body", "for you", "audience", named()))
                        == 201);
        surfaces.put(
                "being answered",
                () -> asks(viewer, HttpMethod.POST, "/api/v1/posts/" + post + "/comments", Map.of("body", "hello"))
                        == 201);
        surfaces.put(
                "being thanked",
                () -> asks(viewer, HttpMethod.PUT, "/api/v1/posts/" + comment + "/reactions/helped", null) == 200);
        surfaces.put("history of a post", () -> viewer.status(web, "/api/v1/posts/" + post + "/history") == 200);
        surfaces.put("saved post", () -> feed(viewer, "saved").contains(post));
        surfaces.put(
                "folder of saved posts",
                () -> !viewer.gets(web, "/api/v1/feeds/saved/folders")
                        .get("items")
                        .isEmpty());
        surfaces.put("note on a saved post", () -> viewer.status(web, "/api/v1/posts/" + post + "/saved") == 200);
        surfaces.put("live stream", this::hearsLive);
        return surfaces;
    }

    /** The third person's word comes last, so that by then the person's was heard or never will be. */
    private boolean hearsLive() {
        try (Stream stream = Stream.open(port, viewer, null)) {
            String live = says(person, "Live");
            stream.await("post", says(third, "And I"));
            return stream.hasHeard("post", live);
        }
    }

    private JsonNode seen() {
        return viewer.gets(web, "/api/v1/posts/" + thread);
    }

    private long preview() {
        JsonNode preview = viewer.on(web)
                .post()
                .uri("/api/v1/audiences/preview")
                .bodyValue(Map.of("audience", named()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return java.util.Objects.requireNonNull(preview).get("count").longValue();
    }

    private Map<String, Object> named() {
        return Map.of("type", "people", "personIds", List.of(person.id().toString()));
    }

    private List<String> feed(Someone reader, String feed) {
        return ids(reader.gets(web, "/api/v1/feeds/" + feed));
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("items").forEach(item -> ids.add(id(item)));
        return ids;
    }

    private static String id(JsonNode item) {
        return item.get("id").stringValue();
    }

    private String says(Someone author, String body) {
        Map<String, String> audience = Map.of("type", "community", "communityId", community.toString());
        return id(author.posts(web, Map.of("kind", "plain", "body", body, "audience", audience)));
    }

    private JsonNode replies(Someone author, String to) {
        JsonNode reply = author.on(web)
                .post()
                .uri("/api/v1/posts/" + to + "/comments")
                .bodyValue(Map.of("body", "A word"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return java.util.Objects.requireNonNull(reply);
    }

    private int asks(Someone caller, HttpMethod method, String path, @Nullable Object body) {
        WebTestClient.RequestBodySpec request = caller.on(web).method(method).uri(path);
        if (body != null) {
            request.bodyValue(body);
        }
        return request.exchange()
                .expectBody(byte[].class)
                .returnResult()
                .getStatus()
                .value();
    }

    @FunctionalInterface
    private interface Surface {
        boolean meets();
    }
}
