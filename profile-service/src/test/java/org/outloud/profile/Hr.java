package org.outloud.profile;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.outloud.platform.testing.Tokens;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HR's system, speaking SCIM. */
public record Hr(WebTestClient web) {

    static final MediaType SCIM = MediaType.valueOf("application/scim+json");

    private static final JsonMapper JSON = new JsonMapper();

    public static Hr on(WebTestClient web) {
        return new Hr(web);
    }

    public WebTestClient.ResponseSpec post(Map<String, ?> user) {
        return sends(HttpMethod.POST, "/scim/v2/Users", JSON.writeValueAsString(user));
    }

    /** The id of who was created. */
    public String creates(Map<String, ?> user) {
        return Someone.body(post(user).expectStatus().isCreated()).get("id").stringValue();
    }

    /** The id of a new group. */
    String groups(String name, String... members) {
        List<Map<String, String>> named =
                Stream.of(members).map(id -> Map.of("value", id)).toList();
        String group = JSON.writeValueAsString(Map.of(
                "schemas",
                List.of("urn:ietf:params:scim:schemas:core:2.0:Group"),
                "displayName",
                name,
                "members",
                named));
        return Someone.body(sends(HttpMethod.POST, "/scim/v2/Groups", group)
                        .expectStatus()
                        .isCreated())
                .get("id")
                .stringValue();
    }

    public WebTestClient.ResponseSpec patches(String id, String patch) {
        return sends(HttpMethod.PATCH, "/scim/v2/Users/" + id, patch);
    }

    public WebTestClient.ResponseSpec sends(HttpMethod method, String path, String body) {
        return request(method, path)
                .contentType(MediaType.valueOf("application/scim+json; charset=utf-8"))
                .bodyValue(body)
                .exchange();
    }

    public WebTestClient.ResponseSpec asks(HttpMethod method, String path) {
        return request(method, path).exchange();
    }

    public JsonNode reads(String id) {
        return Someone.body(
                asks(HttpMethod.GET, "/scim/v2/Users/" + id).expectStatus().isOk());
    }

    public JsonNode finds(String filter) {
        return Someone.body(filters(filter).expectStatus().isOk());
    }

    public WebTestClient.ResponseSpec filters(String filter) {
        return request(HttpMethod.GET, "/scim/v2/Users?filter={filter}", filter).exchange();
    }

    public WebTestClient.ResponseSpec pages(String filter, String page) {
        return request(HttpMethod.GET, "/scim/v2/Users?filter={filter}&" + page, filter)
                .exchange();
    }

    /** An error as the standard has it. */
    static WebTestClient.BodyContentSpec error(WebTestClient.ResponseSpec answer, int status) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(SCIM)
                .expectBody()
                .jsonPath("$.schemas[0]")
                .isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error")
                .jsonPath("$.status")
                .isEqualTo(String.valueOf(status));
    }

    /** A bad request of this kind. */
    static void refused(WebTestClient.ResponseSpec answer, String scimType) {
        error(answer, 400).jsonPath("$.scimType").isEqualTo(scimType);
    }

    private WebTestClient.RequestBodySpec request(HttpMethod method, String path, Object... variables) {
        return web.method(method)
                .uri(path, variables)
                .headers(headers -> headers.setBearerAuth(Tokens.service("scim")))
                .accept(SCIM);
    }
}
