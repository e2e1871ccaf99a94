package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.platform.testing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(Organisation.class)
class GuardTest {

    private static final String PATTERNS = "/api/v1/moderation/patterns";

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    Someone admin;
    Someone ada;
    String secret;

    /** An answer's status and body. */
    private record Answer(int status, JsonNode body) {

        JsonNode error() {
            return body.at("/errors/0");
        }
    }

    @BeforeEach
    void people() {
        Someone alex = organisation.someone("alex");
        admin = new Someone(alex.id(), alex.userName(), Tokens.of(alex.userName(), "admin"));
        ada = organisation.someone("ada");
        secret = "case" + UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterEach
    void nothingIsLookedFor() {
        organisation.run("delete from guard_pattern");
    }

    @Test
    void whatIsWarnedOfIsNamedWithItsPlaceAndPublishedOnceItsAuthorSaysThatItIsHarmless() {
        String pattern = looksFor(secret + "-[0-9]+", "warn");
        String said = "About " + secret.toUpperCase(Locale.ROOT) + "-12 today";
        Map<String, String> post = Map.of("kind", "working-out-loud", "learned", said);

        Answer refused = asks(ada, HttpMethod.POST, "/api/v1/posts", post);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("type").stringValue()).isEqualTo("/problems/confidential");
        assertThat(refused.error().get("field").stringValue()).isEqualTo("learned");
        assertThat(refused.error().get("code").stringValue()).isEqualTo("warned");
        assertThat(refused.error().get("detail").stringValue()).isEqualTo("Use the file number.");
        assertThat(refused.error().at("/place/rule").stringValue()).isEqualTo(pattern);
        assertThat(refused.error().at("/place/name").stringValue()).isEqualTo("Case numbers");
        assertThat(said.substring(
                        refused.error().at("/place/from").intValue(),
                        refused.error().at("/place/to").intValue()))
                .isEqualToIgnoringCase(secret + "-12");
        assertThat(ada.gets(web, "/api/v1/feeds/people/" + ada.id()).get("items"))
                .isEmpty();
        assertThat(asks(ada, HttpMethod.POST, "/api/v1/posts?acknowledge=" + UUID.randomUUID(), post)
                        .status())
                .isEqualTo(422);
        assertThat(asks(ada, HttpMethod.POST, "/api/v1/posts?acknowledge=" + pattern, post)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void theSameKeyServesForSayingThatItIsHarmless() {
        String pattern = looksFor(secret, "warn");
        String key = UUID.randomUUID().toString();
        Map<String, String> post = Map.of("kind", "plain", "body", secret);

        assertThat(keyed("/api/v1/posts", key, post)).isEqualTo(422);
        assertThat(keyed("/api/v1/posts?acknowledge=" + pattern, key, post)).isEqualTo(201);
    }

    @Test
    void whatIsBlockedIsNeverPublished() {
        String pattern = looksFor(secret, "block");
        Map<String, String> post = Map.of("kind", "plain", "body", "It is " + secret);

        Answer refused = asks(ada, HttpMethod.POST, "/api/v1/posts?acknowledge=" + pattern, post);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.error().get("code").stringValue()).isEqualTo("blocked");
        asks(admin, HttpMethod.DELETE, PATTERNS + "/" + pattern, null);
        assertThat(asks(ada, HttpMethod.POST, "/api/v1/posts", post).status()).isEqualTo(201);
    }

    @Test
    void repliesNotesAndEditsAreLookedAtToo() {
        String post = ada.posts(web, Map.of("kind", "plain", "body", "Harmless"))
                .get("id")
                .stringValue();
        String before = ada.posts(web, Map.of("kind", "plain", "body", "Was " + secret))
                .get("id")
                .stringValue();
        String pattern = looksFor(secret, "warn");
        Someone bo = organisation.someone("bo");
        String path = "/api/v1/posts/" + post;
        Map<String, String> body = Map.of("body", secret);
        String acknowledged = "?acknowledge=" + pattern;

        assertThat(asks(bo, HttpMethod.POST, path + "/comments", body).status()).isEqualTo(422);
        assertThat(asks(bo, HttpMethod.POST, path + "/comments" + acknowledged, body)
                        .status())
                .isEqualTo(201);
        Map<String, String> note = Map.of("note", secret);
        assertThat(asks(bo, HttpMethod.PUT, path + "/reactions/tried", note).status())
                .isEqualTo(422);
        assertThat(asks(bo, HttpMethod.PUT, path + "/reactions/tried" + acknowledged, note)
                        .status())
                .isEqualTo(200);
        assertThat(edits(path, body)).isEqualTo(422);
        assertThat(edits(path + acknowledged, body)).isEqualTo(200);
        assertThat(edits("/api/v1/posts/" + before, Map.of("body", "Was " + secret)))
                .as("words that stay as they were")
                .isEqualTo(200);
    }

    @Test
    void onlyAdministratorsSayWhatIsLookedFor() {
        String pattern = looksFor(secret, "warn");

        assertThat(ada.status(web, PATTERNS)).isEqualTo(403);
        assertThat(asks(ada, HttpMethod.POST, PATTERNS, pattern("x+y", "warn", "xy"))
                        .status())
                .isEqualTo(403);
        assertThat(asks(ada, HttpMethod.POST, PATTERNS + "/try", Map.of("expression", "x", "sample", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(asks(ada, HttpMethod.DELETE, PATTERNS + "/" + pattern, null).status())
                .isEqualTo(403);
        assertThat(admin.gets(web, PATTERNS).at("/items/0/id").stringValue()).isEqualTo(pattern);
    }

    @Test
    void aPatternIsTriedBeforeItIsKept() {
        JsonNode found = asks(
                        admin,
                        HttpMethod.POST,
                        PATTERNS + "/try",
                        Map.of("expression", "p[0-9]+", "sample", "P1 and p22"))
                .body();
        assertThat(found.toString())
                .isEqualToIgnoringWhitespace("{\"found\":[{\"from\":0,\"to\":2},{\"from\":7,\"to\":10}]}");

        assertThat(refused("p[0-9]+", "nothing of it")).isEqualTo("sample not-found");
        assertThat(refused("p(", "p(")).isEqualTo("expression malformed");
        assertThat(refused("(p)\\1", "pp")).isEqualTo("expression malformed");
        assertThat(refused("p*", "p")).isEqualTo("expression finds-nothing");
        assertThat(refused("((p{1,99}){99}){99}", "p")).isEqualTo("expression too-large");
        assertThat(asks(admin, HttpMethod.POST, PATTERNS, pattern("p", "shout", "p"))
                        .error()
                        .get("field")
                        .stringValue())
                .isEqualTo("effect");
        assertThat(admin.gets(web, PATTERNS).get("items")).isEmpty();
    }

    private String looksFor(String expression, String effect) {
        Answer added = asks(admin, HttpMethod.POST, PATTERNS, pattern(expression, effect, secret + "-1"));
        assertThat(added.status()).isEqualTo(201);
        return added.body().get("id").stringValue();
    }

    private String refused(String expression, String sample) {
        Answer answer = asks(admin, HttpMethod.POST, PATTERNS, pattern(expression, "warn", sample));
        assertThat(answer.status()).isEqualTo(400);
        return answer.error().get("field").stringValue() + " "
                + answer.error().get("code").stringValue();
    }

    private static Map<String, String> pattern(String expression, String effect, String sample) {
        return Map.of(
                "name",
                "Case numbers",
                "expression",
                expression,
                "effect",
                effect,
                "advice",
                "Use the file number.",
                "sample",
                sample);
    }

    private int keyed(String path, String key, Map<String, String> body) {
        return ada.on(web)
                .post()
                .uri(path)
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private int edits(String path, Map<String, String> words) {
        return ada.on(web)
                .patch()
                .uri(path)
                .header("If-Match", "*")
                .bodyValue(words)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private Answer asks(Someone person, HttpMethod method, String path, @Nullable Map<String, String> body) {
        WebTestClient.RequestBodySpec request = person.on(web).method(method).uri(path);
        if (body != null) {
            request.bodyValue(body);
        }
        EntityExchangeResult<byte[]> answer = request.exchange().expectBody().returnResult();
        byte[] content = answer.getResponseBody();
        String text = content == null ? "{}" : new String(content, java.nio.charset.StandardCharsets.UTF_8);
        return new Answer(
                answer.getStatus().value(),
                Objects.requireNonNull(new tools.jackson.databind.json.JsonMapper().readTree(text)));
    }
}
