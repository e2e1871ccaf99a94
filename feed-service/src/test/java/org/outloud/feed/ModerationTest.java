package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.platform.testing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(Organisation.class)
class ModerationTest {

    private static final String CASES = "/api/v1/moderation/cases";

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @LocalServerPort
    int port;

    Someone ada;
    Someone bo;
    Someone dev;
    Someone admin;

    @BeforeEach
    void people() {
        ada = organisation.someone("ada");
        bo = organisation.someone("bo");
        dev = withRole("moderator");
        admin = withRole("admin");
    }

    @Test
    void whatIsHiddenIsGoneForAllButItsAuthorWhoMayObjectOnceAndTheRecordKeepsEveryDecision() {
        String post = id(ada.posts(web, Map.of("kind", "plain", "body", "Hurtful words")));
        String comment = id(bo.posts(web, "/api/v1/posts/" + post + "/comments", Map.of("body", "Please")));
        assertThat(sends(bo, "/api/v1/posts/" + post + "/report", Map.of("reason", "hurtful")))
                .isEqualTo(204);
        assertThat(sends(bo, "/api/v1/posts/" + post + "/report", Map.of("reason", "spam")))
                .isEqualTo(204);
        assertThat(sends(ada, "/api/v1/posts/" + post + "/report", Map.of("reason", "spam")))
                .isEqualTo(403);
        assertThat(bo.status(web, CASES)).isEqualTo(403);
        JsonNode reported = caseOf(post, "waiting");
        assertThat(reported.get("reportCount").intValue()).isEqualTo(1);
        String decision = CASES + "/" + id(reported) + "/decision";
        assertThat(sends(bo, decision, Map.of("decision", "hide", "note", "No")))
                .isEqualTo(403);
        assertThat(sends(dev, decision, Map.of("decision", "hide"))).isEqualTo(400);

        assertThat(sends(dev, decision, Map.of("decision", "hide", "note", "It hurts")))
                .isEqualTo(204);

        assertThat(sends(dev, decision, Map.of("decision", "dismiss"))).isEqualTo(409);
        assertThat(bo.status(web, "/api/v1/posts/" + post)).isEqualTo(404);
        assertThat(bo.status(web, "/api/v1/posts/" + comment)).isEqualTo(404);
        assertThat(ada.status(web, "/api/v1/posts/" + post)).isEqualTo(404);
        assertThat(ada.gets(web, "/api/v1/moderation/hidden")
                        .at("/items/0/note")
                        .stringValue())
                .isEqualTo("It hurts");
        assertThat(bo.gets(web, "/api/v1/moderation/hidden").get("items")).isEmpty();
        String appeal = CASES + "/" + id(reported) + "/appeal";
        assertThat(sends(bo, appeal, Map.of("text", "Let it be"))).isEqualTo(404);
        assertThat(sends(ada, appeal, Map.of("text", "It was a quotation"))).isEqualTo(204);
        assertThat(sends(ada, appeal, Map.of("text", "Again"))).isEqualTo(409);
        assertThat(sends(dev, decision, Map.of("decision", "restore", "note", "You are right")))
                .isEqualTo(204);
        assertThat(bo.status(web, "/api/v1/posts/" + post)).isEqualTo(200);
        assertThat(bo.status(web, "/api/v1/posts/" + comment)).isEqualTo(200);
        assertThat(dev.status(web, "/api/v1/moderation/audit")).isEqualTo(403);
        assertThat(admin.gets(web, "/api/v1/moderation/audit")
                        .at("/items/0/decision")
                        .stringValue())
                .isEqualTo("restore");
    }

    @Test
    void authorsAreToldWhatWasDecidedAndPagesThatShowItWhatGoesAndComesBack() {
        Someone carla = organisation.someone("carla");
        organisation.follows(bo, ada, true);
        String post = id(
                ada.posts(web, Map.of("kind", "plain", "body", "Between us", "audience", Map.of("type", "followers"))));
        try (Stream author = Stream.open(port, ada, null);
                Stream reader = Stream.open(port, bo, null);
                Stream stranger = Stream.open(port, carla, null)) {
            String decision = hides(post);

            reader.await("removed", post);
            author.await("notification", "\"hidden\"");
            JsonNode told = ada.gets(web, "/api/v1/notifications");
            assertThat(told.at("/items/0/reason/kind").stringValue()).isEqualTo("hidden");
            assertThat(told.at("/items/0/post").isNull()).isTrue();
            assertThat(told.at("/items/0/actors")).isEmpty();
            assertThat(bo.gets(web, "/api/v1/notifications").get("items")).isEmpty();
            assertThat(sends(ada, decision.replace("decision", "appeal"), Map.of("text", "It was a quotation")))
                    .isEqualTo(204);
            assertThat(sends(dev, decision, Map.of("decision", "restore"))).isEqualTo(204);

            reader.await("restored", post);
            author.await("notification", "\"restored\"");
            JsonNode now = ada.gets(web, "/api/v1/notifications");
            assertThat(now.get("items")).hasSize(1);
            assertThat(now.at("/items/0/reason/kind").stringValue()).isEqualTo("restored");
            assertThat(now.at("/items/0/post/id").stringValue()).isEqualTo(post);
            sends(
                    ada,
                    "/api/v1/notifications/read",
                    Map.of("until", now.at("/items/0/at").stringValue()));
            assertThat(ada.gets(web, "/api/v1/notifications/unread")
                            .get("notifications")
                            .intValue())
                    .isZero();
            String last = id(carla.posts(web, Map.of("kind", "plain", "body", "Mine")));
            stranger.await("post", last);
            assertThat(stranger.named("removed")).isEmpty();
            assertThat(stranger.named("restored")).isEmpty();
        }
    }

    @Test
    void anObjectionThatIsNotFollowedIsToldToo() {
        String post = id(ada.posts(web, Map.of("kind", "plain", "body", "Hurtful")));
        String decision = hides(post);
        sends(ada, decision.replace("decision", "appeal"), Map.of("text", "I disagree"));

        assertThat(sends(dev, decision, Map.of("decision", "uphold", "note", "It stays hidden")))
                .isEqualTo(204);

        JsonNode told = ada.gets(web, "/api/v1/notifications");
        assertThat(told.get("items")).hasSize(1);
        assertThat(told.at("/items/0/reason/kind").stringValue()).isEqualTo("upheld");
        assertThat(ada.gets(web, "/api/v1/notifications/unread")
                        .get("notifications")
                        .intValue())
                .isOne();
    }

    /** Where to decide about it afterwards. */
    private String hides(String post) {
        sends(bo, "/api/v1/posts/" + post + "/report", Map.of("reason", "hurtful"));
        String decision = CASES + "/" + id(caseOf(post, "waiting")) + "/decision";
        assertThat(sends(dev, decision, Map.of("decision", "hide", "note", "It hurts")))
                .isEqualTo(204);
        return decision;
    }

    private Someone withRole(String role) {
        Someone one = organisation.someone(role);
        return new Someone(one.id(), one.userName(), Tokens.of(one.userName(), role));
    }

    private JsonNode caseOf(String post, String state) {
        for (JsonNode one : dev.gets(web, CASES + "?limit=100&state=" + state).get("items")) {
            if (one.at("/post/id").stringValue().equals(post)) {
                return one;
            }
        }
        throw new AssertionError("There is no case of " + post);
    }

    private int sends(Someone caller, String path, Map<String, String> body) {
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

    private static String id(JsonNode one) {
        return one.get("id").stringValue();
    }
}
