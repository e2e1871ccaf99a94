package org.outloud.acceptance;

import static org.outloud.acceptance.WholeSystem.as;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every operation of the OpenAPI document, asked with what no client should send: each answers with a client's error or a
 * success, never with a server's error, and never with the inside of the server.
 */
class HostileInputTest {

    private static final int CASES_PER_OPERATION = 25;
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private final long seed = Long.getLong("outloud.seed", 20_261_123L);
    private final SplittableRandom random = new SplittableRandom(seed);
    private final Client ada = as("ada");
    private final Client admin = as("admin");
    private final Client hr = Client.hr(WholeSystem.instance());
    private final JsonNode document = ada.get("/api/v1/openapi.json").expect(200);
    private final HostileBodies bodies = new HostileBodies(document, random);
    private final Judge judge = new Judge(seed);

    @Test
    void whateverIsSentTheServerHoldsAndKeepsItsInsidesToItself() {
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey()) && !path.getKey().equals("/api/v1/stream")) {
                    for (int i = 0; i < CASES_PER_OPERATION; i++) {
                        send(path.getKey(), path.getValue(), operation.getKey(), operation.getValue());
                    }
                }
            }
        }
        judge.conclude("hostile input", 1_000);
    }

    private void send(String template, JsonNode path, String method, JsonNode operation) {
        StringBuilder query = new StringBuilder();
        String target = template;
        List<JsonNode> parameters = new ArrayList<>();
        path.path("parameters").forEach(parameters::add);
        operation.path("parameters").forEach(parameters::add);
        for (JsonNode reference : parameters) {
            JsonNode parameter = bodies.resolve(reference);
            String name = parameter.get("name").stringValue();
            switch (parameter.get("in").stringValue()) {
                case "path" -> target = target.replace("{" + name + "}", encoded(pathValue()));
                case "query" -> {
                    if (random.nextInt(2) == 0) {
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(name)
                                .append('=')
                                .append(encoded(bodies.hostileText()));
                    }
                }
                default -> {
                    // headers are the HTTP library's to refuse
                }
            }
        }
        HttpRequest.Builder request = clientFor(template).request(target + query);
        JsonNode content = bodies.resolve(operation.path("requestBody")).path("content");
        if (content.isObject() && !content.isEmpty()) {
            Map.Entry<String, JsonNode> type = content.properties().iterator().next();
            request.setHeader("Content-Type", type.getKey());
            request.method(
                    method.toUpperCase(Locale.ROOT),
                    BodyPublishers.ofByteArray(bodies.hostile(type.getValue().path("schema"))));
        } else {
            request.method(method.toUpperCase(Locale.ROOT), BodyPublishers.noBody());
        }
        judge.judge(
                method + " " + template, request.timeout(Duration.ofSeconds(60)).build());
    }

    private Client clientFor(String template) {
        if (template.startsWith("/scim/") || template.startsWith("/api/v1/webhooks")) {
            return hr;
        }
        return template.startsWith("/api/v1/imports") || random.nextInt(3) == 0 ? admin : ada;
    }

    private String pathValue() {
        return random.nextInt(2) == 0 ? "0198f7a2-0000-7000-8000-000000000001" : bodies.hostileText();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
