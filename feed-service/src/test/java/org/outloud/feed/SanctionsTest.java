package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.event.SuspensionChanged;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.OpenApiDocument;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.platform.testing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(Organisation.class)
class SanctionsTest {

    private static final String SANCTIONS = "/api/v1/moderation/sanctions";

    /** What a suspended person may do all the same. */
    private static final Set<String> OPEN = Set.of(
            "POST /api/v1/audiences/preview",
            "POST /api/v1/moderation/cases/{id}/appeal",
            "POST /api/v1/moderation/sanctions/{id}/appeal",
            "DELETE /api/v1/posts/{id}",
            "DELETE /api/v1/posts/{id}/preview",
            "DELETE /api/v1/posts/{id}/reactions/{kind}",
            "DELETE /api/v1/posts/scheduled/{id}",
            "DELETE /api/v1/attachments/{id}",
            "PUT /api/v1/posts/{id}/saved",
            "DELETE /api/v1/posts/{id}/saved",
            "PUT /api/v1/posts/{id}/follow",
            "DELETE /api/v1/posts/{id}/follow",
            "PUT /api/v1/posts/{id}/mute",
            "DELETE /api/v1/posts/{id}/mute",
            "PUT /api/v1/drafts/{id}",
            "DELETE /api/v1/drafts/{id}",
            "PUT /api/v1/catch-up",
            "PUT /api/v1/catch-up/{id}",
            "PUT /api/v1/feeds/addresses",
            "DELETE /api/v1/feeds/addresses",
            "POST /api/v1/notifications/read",
            "PUT /api/v1/notifications/preferences",
            "POST /api/v1/notifications/unsubscribe/{key}");

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    Someone ada;
    Someone bo;
    Someone dev;
    Someone eve;

    @BeforeEach
    void people() {
        ada = organisation.someone("ada");
        bo = organisation.someone("bo");
        dev = withRole("moderator");
        eve = withRole("moderator");
    }

    @Test
    void aWarningIsToldWithItsWordsAndObjectedToOnceAndAnotherModeratorDecides() {
        assertThat(bo.status(web, SANCTIONS)).isEqualTo(403);
        assertThat(sends(bo, SANCTIONS, warning(ada))).isEqualTo(403);
        assertThat(sends(dev, SANCTIONS, warning(dev))).isEqualTo(403);
        assertThat(sends(dev, SANCTIONS, Map.of("personId", ada.id().toString(), "kind", "warning", "note", " ")))
                .isEqualTo(400);
        String id = imposes(dev, warning(ada));

        JsonNode own = ada.gets(web, SANCTIONS + "/mine").at("/items/0");
        assertThat(own.get("note").stringValue()).isEqualTo("Please be kind");
        assertThat(own.get("inForce").booleanValue()).isFalse();
        assertThat(own.has("by")).isFalse();
        assertThat(bo.gets(web, SANCTIONS + "/mine").get("items")).isEmpty();
        assertThat(told(ada)).isEqualTo("warned");
        assertThat(told(bo)).isEmpty();
        ada.posts(web, Map.of("kind", "plain", "body", "Warned, and still writing"));

        String appeal = SANCTIONS + "/" + id + "/appeal";
        assertThat(sends(bo, appeal, Map.of("text", "Let it be"))).isEqualTo(404);
        assertThat(sends(ada, appeal, Map.of("text", "I was quoting"))).isEqualTo(204);
        assertThat(sends(ada, appeal, Map.of("text", "Again"))).isEqualTo(409);
        assertThat(eve.gets(web, SANCTIONS + "?state=waiting&limit=100").get("items"))
                .anySatisfy(one -> assertThat(one.at("/appeal").stringValue()).isEqualTo("I was quoting"));
        String decision = SANCTIONS + "/" + id + "/decision";
        assertThat(sends(dev, decision, Map.of("decision", "uphold"))).isEqualTo(403);
        assertThat(sends(ada, decision, Map.of("decision", "lift"))).isEqualTo(403);
        assertThat(sends(eve, decision, Map.of("decision", "uphold", "note", "It was not marked")))
                .isEqualTo(204);
        assertThat(sends(eve, decision, Map.of("decision", "uphold"))).isEqualTo(409);
        assertThat(ada.gets(web, SANCTIONS + "/mine").at("/items/0/outcome").stringValue())
                .isEqualTo("It was not marked");
        assertThat(told(ada)).isEqualTo("kept");
        JsonNode record =
                withRole("admin").gets(web, "/api/v1/moderation/audit").at("/items/0");
        assertThat(record.get("decision").stringValue()).isEqualTo("keep");
        assertThat(record.at("/person/id").stringValue()).isEqualTo(ada.id().toString());
        assertThat(record.get("postId").isNull()).isTrue();
    }

    @Test
    void whoeverIsSuspendedReadsAndChangesNothingUntilItIsLifted() {
        String post = id(bo.posts(web, Map.of("kind", "plain", "body", "Read me")));
        String id = imposes(dev, suspension(ada, null));

        awaitSuspended(true);
        assertThat(ada.status(web, "/api/v1/posts/" + post)).isEqualTo(200);
        assertThat(ada.status(web, "/api/v1/feeds/home")).isEqualTo(200);
        assertThat(problem(ada, HttpMethod.POST, "/api/v1/posts/" + post + "/comments", Map.of("body", "But")))
                .isEqualTo("/problems/suspended");
        assertThat(ada.gets(web, SANCTIONS + "/mine").at("/items/0/inForce").booleanValue())
                .isTrue();
        assertThat(told(ada)).isEqualTo("suspended");
        SuspensionChanged event =
                topics.await(SuspensionChanged.class, ada.id().toString(), 1).get(0);
        assertThat(event.suspended()).isTrue();
        assertThat(event.until()).isNull();
        assertThat(sends(ada, SANCTIONS + "/" + id + "/appeal", Map.of("text", "It was my brother")))
                .isEqualTo(204);

        assertThat(sends(eve, SANCTIONS + "/" + id + "/decision", Map.of("decision", "lift")))
                .isEqualTo(204);

        awaitSuspended(false);
        assertThat(told(ada)).isEqualTo("lifted");
        assertThat(topics.await(SuspensionChanged.class, ada.id().toString(), 2)
                        .get(1)
                        .suspended())
                .isFalse();
    }

    @Test
    void theLongestSuspensionCountsAndTimeEndsIt() {
        Instant day = Instant.now().plus(Duration.ofDays(1));
        String longer = imposes(dev, suspension(ada, day));
        imposes(dev, suspension(ada, Instant.now().plus(Duration.ofHours(1))));
        awaitSuspended(true);
        assertThat(sends(dev, SANCTIONS, suspension(ada, Instant.now().minusSeconds(1))))
                .isEqualTo(400);
        assertThat(topics.await(SuspensionChanged.class, ada.id().toString(), 2)
                        .get(1)
                        .until())
                .isCloseTo(
                        day,
                        new org.assertj.core.data.TemporalUnitWithinOffset(1, java.time.temporal.ChronoUnit.SECONDS));
        sends(eve, SANCTIONS + "/" + longer + "/decision", Map.of("decision", "lift"));
        awaitSuspended(true);

        organisation.run("update suspension set until = now() where person_id = '%s'".formatted(ada.id()));

        awaitSuspended(false);
    }

    @Test
    void everyOperationThatChangesSomethingIsRefusedButWhatIsNamed() {
        imposes(dev, suspension(ada, null));
        Someone everything = new Someone(
                ada.id(), ada.userName(), Tokens.of(ada.userName(), "employee", "moderator", "admin", "learning"));
        awaitSuspended(true);
        Set<String> open = new TreeSet<>();
        for (String operation : OpenApiDocument.read()
                .operations(
                        "/api/v1/posts",
                        "/api/v1/moderation",
                        "/api/v1/attachments",
                        "/api/v1/feeds",
                        "/api/v1/audiences",
                        "/api/v1/catch-up",
                        "/api/v1/notifications",
                        "/api/v1/drafts",
                        "/api/v1/imports/posts")) {
            String[] parts = operation.split(" ", 2);
            if (!parts[0].equals("GET")
                    && !"/problems/suspended"
                            .equals(problem(
                                    everything,
                                    HttpMethod.valueOf(parts[0]),
                                    parts[1].replace("{kind}", "like")
                                                    .replaceAll(
                                                            "\\{\\w+}",
                                                            UUID.randomUUID().toString())
                                            + (parts[1].equals("/api/v1/attachments") ? "?name=a.txt" : ""),
                                    Map.of()))) {
                open.add(operation);
            }
        }
        assertThat(open).containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void aScheduledPostOfSomebodySuspendedStaysWithItsAuthor() {
        String later = Objects.requireNonNull(ada.on(web)
                        .post()
                        .uri("/api/v1/posts")
                        .bodyValue(Map.of(
                                "kind",
                                "plain",
                                "body",
                                "Later",
                                "publishAt",
                                Instant.now().plus(Duration.ofDays(1)).toString()))
                        .exchange()
                        .expectStatus()
                        .isAccepted()
                        .returnResult()
                        .getResponseHeaders()
                        .getLocation())
                .getPath();
        imposes(dev, suspension(ada, null));
        awaitSuspended(true);

        organisation.run("update scheduled_post set publish_at = now() where author_id = '%s'".formatted(ada.id()));

        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> ada.gets(web, "/api/v1/posts/scheduled").toString().contains("\"suspended\""));
        assertThat(ada.gets(web, "/api/v1/posts/scheduled").toString()).contains(id(later));
    }

    @Test
    void moderatorsSeeThePicturesAndFilesOfWhatWasReportedAndNobodyElseByThatWay() {
        String post = id(ada.posts(
                web,
                Map.of(
                        "kind",
                        "plain",
                        "body",
                        "For you",
                        "audience",
                        Map.of(
                                "type",
                                "people",
                                "personIds",
                                java.util.List.of(bo.id().toString())))));
        String file = UUID.randomUUID().toString();
        organisation.run("""
                insert into attachment (id, owner_id, post_id, place, kind, name, media_type, size, created_at)
                values ('%s', '%s', '%s', 1, 'file', 'notes.txt', 'text/plain', 1, now())""".formatted(file, ada.id(), post));
        organisation.run("insert into attachment_content (attachment_id, whole) values ('%s', 'x')".formatted(file));
        sends(bo, "/api/v1/posts/" + post + "/report", Map.of("reason", "hurtful"));
        JsonNode reported = null;
        for (JsonNode one : dev.gets(web, "/api/v1/moderation/cases?limit=100").get("items")) {
            if (one.at("/post/id").stringValue().equals(post)) {
                reported = one;
            }
        }
        String url =
                Objects.requireNonNull(reported).at("/post/attachments/0/url").stringValue();

        assertThat(dev.status(web, url)).isEqualTo(200);
        assertThat(dev.status(web, "/api/v1/attachments/" + file)).isEqualTo(404);
        assertThat(ada.status(web, url)).isEqualTo(403);
        assertThat(dev.status(web, url.replace(id(reported), UUID.randomUUID().toString())))
                .isEqualTo(404);
    }

    private void awaitSuspended(boolean suspended) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> suspended
                        == "/problems/suspended".equals(problem(ada, HttpMethod.POST, "/api/v1/posts", Map.of())));
    }

    /** What the newest notification says; empty when there is none. */
    private String told(Someone person) {
        return person.gets(web, "/api/v1/notifications")
                .at("/items/0/reason/kind")
                .asString("");
    }

    private static Map<String, Object> warning(Someone person) {
        return Map.of("personId", person.id().toString(), "kind", "warning", "note", "Please be kind");
    }

    private static Map<String, Object> suspension(Someone person, @Nullable Instant until) {
        Map<String, Object> request = new java.util.HashMap<>(
                Map.of("personId", person.id().toString(), "kind", "suspension", "note", "Three warnings"));
        if (until != null) {
            request.put("until", until.toString());
        }
        return request;
    }

    private String imposes(Someone moderator, Map<String, Object> sanction) {
        return id(moderator.posts(web, SANCTIONS, sanction));
    }

    private Someone withRole(String role) {
        Someone one = organisation.someone(role);
        return new Someone(one.id(), one.userName(), Tokens.of(one.userName(), role));
    }

    private int sends(Someone caller, String path, Map<String, ?> body) {
        return Objects.requireNonNull(caller.on(web)
                        .post()
                        .uri(path)
                        .bodyValue(body)
                        .exchange()
                        .expectBody(byte[].class)
                        .returnResult())
                .getStatus()
                .value();
    }

    private String problem(Someone caller, HttpMethod method, String path, Map<String, ?> body) {
        JsonNode answer = caller.on(web)
                .method(method)
                .uri(path)
                .bodyValue(body)
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return answer == null ? "" : answer.path("type").asString("");
    }

    private static String id(JsonNode one) {
        return one.get("id").stringValue();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
