package org.outloud.profile;

import java.util.Objects;
import java.util.UUID;
import org.outloud.platform.testing.Tokens;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who signs in; each test has people of its own. */
public record Someone(String userName, String token) {

    private static final JsonMapper JSON = new JsonMapper();

    public static Someone named(String name, String... roles) {
        String userName = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        return new Someone(userName, Tokens.of(userName, roles));
    }

    public String id(WebTestClient web) {
        return gets(web, "/api/v1/me").at("/person/id").stringValue();
    }

    public JsonNode gets(WebTestClient web, String path) {
        return body(asks(web, HttpMethod.GET, path).expectStatus().isOk());
    }

    public JsonNode puts(WebTestClient web, String path) {
        return body(asks(web, HttpMethod.PUT, path).expectStatus().isOk());
    }

    public JsonNode deletes(WebTestClient web, String path) {
        return body(asks(web, HttpMethod.DELETE, path).expectStatus().isOk());
    }

    public JsonNode edits(WebTestClient web, String edit) {
        return body(patches(web, id(web), edit).expectStatus().isOk());
    }

    public WebTestClient.ResponseSpec patches(WebTestClient web, String id, String edit) {
        return web.patch()
                .uri("/api/v1/people/" + id)
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(edit)
                .exchange();
    }

    public WebTestClient.ResponseSpec asks(WebTestClient web, HttpMethod method, String path) {
        return web.method(method)
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    public StatusAssertions refused(WebTestClient web, HttpMethod method, String path) {
        return asks(web, method, path).expectStatus();
    }

    public static JsonNode body(WebTestClient.ResponseSpec answer) {
        String text = answer.expectBody(String.class).returnResult().getResponseBody();
        return JSON.readTree(Objects.requireNonNull(text));
    }
}
