package org.outloud.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.outloud.gateway.testing.Neighbours.COMMUNITY;
import static org.outloud.gateway.testing.Neighbours.FEED;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outloud.gateway.testing.Answer;
import org.outloud.gateway.testing.StandIn;
import org.outloud.gateway.testing.Tokens;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class RoutesTest extends GatewayTest {

    private static final String SOME_ID = "0198f7a2-5b1e-7c3d-8e4f-a1b2c3d4e5f";
    private static final int MEBIBYTE = 1024 * 1024;

    @TestFactory
    Iterable<DynamicTest> everyOperationOfTheContractReachesAService() throws Exception {
        JsonNode contract;
        try (InputStream yaml = new ClassPathResource("openapi/outloud.yaml").getInputStream()) {
            contract = new YAMLMapper().readTree(yaml);
        }
        return contract.get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .filter(method -> !method.equals("parameters"))
                        .map(method -> DynamicTest.dynamicTest(
                                method + " " + path.getKey(), () -> reachesAService(method, path.getKey()))))
                .toList();
    }

    private void reachesAService(String method, String template) {
        String path = template.replaceAll("\\{[^}]+}", SOME_ID + "2");
        as(Tokens.ofSomebodyNew(), HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)), path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .exists("X-Answered-By");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/me, profile",
        "/api/v1/people?q=a, profile",
        "/api/v1/people/x/follow, profile",
        "/api/v1/people/x/outbox, feed",
        "/api/v1/drafts/x, feed",
        "/api/v1/asks/summary, feed",
        "/api/v1/attachments, feed",
        "/api/v1/attachments/x, feed",
        "/api/v1/experts?topic=a, profile",
        "/api/v1/webhooks/x/deliveries, profile",
        "/api/v1/erasures/x, profile",
        "/api/v1/exports/x/file, profile",
        "/api/v1/audit, profile",
        "/scim/v2/Users, profile",
        "/api/v1/imports/people, profile",
        "/api/v1/communities/x/members/y, community",
        "/api/v1/inventory, community",
        "/api/v1/imports/communities, community",
        "/api/v1/inventory/import, community",
        "/api/v1/inventory/export, community",
        "/api/v1/posts/x/comments, feed",
        "/api/v1/feeds/home, feed",
        "/api/v1/audiences/preview, feed",
        "/api/v1/tags?prefix=a, feed",
        "/api/v1/notifications, feed",
        "/api/v1/search?q=a, feed",
        "/api/v1/catch-up, feed",
        "/api/v1/catch-up/01939d5c-0000-7000-8000-000000000001, feed",
        "/api/v1/moderation/patterns, feed",
        "/api/v1/moderation/cases, feed",
        "/api/v1/posts/x/report, feed",
        "/api/v1/stream, feed",
        "/api/v1/imports/posts, feed",
        "/api/v1/imports/0198f7a2-5b1e-7c3d-8e4f-a1b2c3d4e5f1, profile",
        "/api/v1/imports/0198f7a2-5b1e-7c3d-8e4f-a1b2c3d4e5f2, feed",
        "/api/v1/imports/0198f7a2-5b1e-7c3d-8e4f-a1b2c3d4e5f3, community",
    })
    void everyPathBelongsToOneService(String path, String service) {
        as(Tokens.ofSomebodyNew(), HttpMethod.GET, path)
                .exchange()
                .expectHeader()
                .valueEquals("X-Answered-By", service);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing-like-it",
        "POST, /api/v1/nothing-like-it",
        "GET, /api/v1/imports/0198f7a2-5b1e-7c3d-8e4f-a1b2c3d4e5f9"
    })
    void aPathOfNobodyIsNotFound(String method, String path) {
        as(Tokens.ofSomebodyNew(), HttpMethod.valueOf(method), path)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/not-found")
                .jsonPath("$.instance")
                .isEqualTo(path);
    }

    @Test
    void aBearerTokenPassesThroughAndCookiesDoNot() {
        String token = Tokens.ofSomebodyNew();

        as(token, HttpMethod.GET, "/api/v1/posts/seen")
                .header("Cookie", "OUTLOUD_SESSION=stolen; other=1")
                .exchange()
                .expectStatus()
                .isOk();

        StandIn.Seen seen = FEED.last("/api/v1/posts/seen");
        assertThat(seen.headers().get("Cookie")).isNull();
        assertThat(seen.headers().get("Authorization")).containsExactly("Bearer " + token);
    }

    @Test
    void whereARequestComesFromIsNotForTheCallerToSay() {
        as(Tokens.ofSomebodyNew(), HttpMethod.GET, "/api/v1/posts/forwarded")
                .header("X-Forwarded-For", "10.1.2.3")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-User", "admin")
                .header("Forwarded", "for=10.1.2.3;host=evil.example")
                .exchange()
                .expectStatus()
                .isOk();

        StandIn.Seen seen = FEED.last("/api/v1/posts/forwarded");
        assertThat(seen.headers().get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(seen.headers().get("X-Forwarded-Host")).containsExactly("outloud.example:8080");
        assertThat(seen.headers().get("X-Forwarded-Proto")).containsExactly("http");
        assertThat(seen.headers().get("X-Forwarded-User")).isNull();
        assertThat(seen.headers().get("Forwarded")).isNull();
    }

    @Test
    void aMailProgramUnsubscribesWithoutSigningInAndDoesNothingElse() {
        String unsubscribe = "/api/v1/notifications/unsubscribe/" + SOME_ID + "2";

        client.post()
                .uri(unsubscribe)
                .header("Cookie", "OUTLOUD_SESSION=stolen")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-Answered-By", "feed")
                .expectHeader()
                .doesNotExist("Set-Cookie");
        assertThat(FEED.last(unsubscribe).headers().get("Authorization")).isNull();
        client.get().uri(unsubscribe).exchange().expectStatus().isOk();
        client.post()
                .uri("/api/v1/notifications/read")
                .exchange()
                .expectStatus()
                .is4xxClientError();
        client.delete().uri(unsubscribe).exchange().expectStatus().is4xxClientError();
    }

    @Test
    void whatAServiceSaysIsKeptByNoBrowserUnlessTheServiceWantsIt() {
        FEED.answer("/api/v1/posts/kept", (exchange, body) -> {
            exchange.getResponseHeaders().set("Cache-Control", "no-cache, private");
            Answer.send(exchange, 200, "{}");
        });

        assertThat(cachingOf("/api/v1/posts/seen")).contains("no-store");
        assertThat(cachingOf("/api/v1/posts/kept")).isEqualTo("no-cache, private");
    }

    private String cachingOf(String path) {
        HttpHeaders headers = as(Tokens.ofSomebodyNew(), HttpMethod.GET, path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseHeaders();
        return String.join(", ", headers.getOrEmpty(HttpHeaders.CACHE_CONTROL));
    }

    @Test
    void aServiceThatIsAwayIsUnavailable() {
        COMMUNITY.whileAway(() -> as(Tokens.ofSomebodyNew(), HttpMethod.GET, "/api/v1/communities")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals("Retry-After", "2")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unavailable"));

        as(Tokens.ofSomebodyNew(), HttpMethod.GET, "/api/v1/communities")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void whatAServiceRefusesPassesAsTheServiceSaidIt() {
        FEED.answer("/api/v1/posts/secret", (exchange, body) -> {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            Answer.send(exchange, 404, "{\"type\":\"/problems/of-the-service\"}");
        });

        as(Tokens.ofSomebodyNew(), HttpMethod.GET, "/api/v1/posts/secret")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .json("{\"type\":\"/problems/of-the-service\"}");
    }

    @Test
    void aBodyThatSaysItIsTooLongIsRefused() {
        post("/api/v1/posts", MEBIBYTE + 1)
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/too-large");
    }

    @Test
    void aBodyThatTurnsOutTooLongIsRefused() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/posts"))
                                .header("Authorization", "Bearer " + Tokens.ofSomebodyNew())
                                .POST(HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(new byte[MEBIBYTE + 1])))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("/problems/too-large");
    }

    @Test
    void importsMayBeLong() {
        post("/api/v1/imports/posts", 3 * MEBIBYTE).isEqualTo(200);

        assertThat(FEED.last("/api/v1/imports/posts").body()).hasSize(3 * MEBIBYTE);
        post("/api/v1/inventory/import", 3 * MEBIBYTE).isEqualTo(200);
    }

    @Test
    void whatOnlyAnAttackSendsIsABadRequest() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/feeds/..%2Fsecret"))
                                .header("Authorization", "Bearer " + Tokens.ofSomebodyNew())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/problems/bad-request");
    }

    @Test
    void scimClientsGetScimErrors() {
        client.get()
                .uri("/scim/v2/Users")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType("application/scim+json")
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("401")
                .jsonPath("$.schemas[0]")
                .isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
    }

    private WebTestClient.RequestBodySpec as(String token, HttpMethod method, String path) {
        return client.method(method)
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .headers(headers -> headers.setBearerAuth(token));
    }

    private StatusAssertions post(String path, int length) {
        return as(Tokens.ofSomebodyNew(), HttpMethod.POST, path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(new byte[length])
                .exchange()
                .expectStatus();
    }
}
