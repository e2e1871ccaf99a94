package org.outloud.community;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** A person with a token, who calls the service. */
public record Someone(PersonId id, String userName, String token, WebTestClient web) {

    /** What came back. */
    public record Answer(int status, JsonNode body, EntityExchangeResult<JsonNode> whole) {

        /** A field of the answer as text. */
        public String text(String pointer) {
            return body.at(pointer).asString();
        }

        /** A response header. */
        public String header(String name) {
            return Objects.requireNonNull(whole.getResponseHeaders().getFirst(name), name);
        }
    }

    public Answer get(String path) {
        return call(HttpMethod.GET, path, null, Map.of());
    }

    public Answer put(String path, @Nullable Object body) {
        return call(HttpMethod.PUT, path, body, Map.of());
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        return call(HttpMethod.POST, path, body, headers);
    }

    public Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    public Answer patch(String path, Object body, Map<String, String> headers) {
        return call(HttpMethod.PATCH, path, body, headers);
    }

    public Answer patch(String path, Object body) {
        return patch(path, body, Map.of());
    }

    public Answer delete(String path) {
        return call(HttpMethod.DELETE, path, null, Map.of());
    }

    /** What a path gives to be kept as a file. */
    public byte[] downloads(String path) {
        return Objects.requireNonNull(web.get()
                .uri(path)
                .headers(all -> all.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    /** Founds a community and answers its path. */
    public String founds(String name, String visibility) {
        return founds(Map.of("name", name, "visibility", visibility));
    }

    /** Founds a community and answers its path. */
    public String founds(Map<String, ?> community) {
        Answer answer = post("/api/v1/communities", community);
        if (answer.status() != 201) {
            throw new AssertionError(answer.body().toString());
        }
        return answer.header("Location");
    }

    /** Gives somebody a role. */
    public Answer gives(String community, Someone other, String role) {
        return put(community + "/members/" + other.id(), Map.of("role", role));
    }

    private Answer call(HttpMethod method, String path, @Nullable Object body, Map<String, String> headers) {
        WebTestClient.RequestBodySpec request = web.method(method)
                .uri(builder -> java.net.URI.create(builder.build().toString() + path))
                .headers(all -> {
                    all.setBearerAuth(token);
                    new LinkedHashMap<>(headers).forEach(all::set);
                });
        if (body != null) {
            request.header("Content-Type", headers.getOrDefault("Content-Type", "application/json"));
            request.bodyValue(body);
        }
        EntityExchangeResult<JsonNode> result =
                request.exchange().expectBody(JsonNode.class).returnResult();
        JsonNode read = result.getResponseBody();
        return new Answer(
                result.getStatus().value(),
                read == null ? tools.jackson.databind.node.MissingNode.getInstance() : read,
                result);
    }
}
