package org.outloud.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.outloud.acceptance.WholeSystem.as;

import java.net.URI;
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
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every operation of the OpenAPI document, asked with what no client should send: each answers with a client's error or a
 * success, never with a server's error, and never with the inside of the server.
 */
class HostileInputTest {

    private static final int CASES_PER_OPERATION = 25;
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final List<String> INSIDES =
            List.of("Exception", "\\tat ", "org.springframework", "org.outloud", "io.r2dbc", "select ");

    private final long seed = Long.getLong("outloud.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final Client ada = as("ada");
    private final Client admin = as("admin");
    private final Client hr = Client.hr(WholeSystem.instance());
    private final JsonNode document = ada.get("/api/v1/openapi.json").expect(200);
    private final HostileBodies bodies = new HostileBodies(document, random);
    private final Map<String, Long> slowest = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void whateverIsSentTheServerHoldsAndKeepsItsInsidesToItself() {
        int sent = 0;
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey()) && !path.getKey().equals("/api/v1/stream")) {
                    for (int i = 0; i < CASES_PER_OPERATION; i++, sent++) {
                        send(path.getKey(), path.getValue(), operation.getKey(), operation.getValue());
                    }
                }
            }
        }
        String longest = slowest.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(entry -> entry.getKey() + " " + entry.getValue() + " ms")
                .orElse("");
        System.out.println("hostile input: " + sent + " requests, seed " + seed + ", slowest " + longest);
        assertThat(failures).as("seed %d, -Doutloud.seed repeats it", seed).isEmpty();
        assertThat(sent).isGreaterThan(1_000);
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
        judge(method + " " + template, request.timeout(Duration.ofSeconds(60)).build());
    }

    private void judge(String operation, HttpRequest request) {
        long begin = System.nanoTime();
        Client.Answer answer = Client.exchange(request);
        slowest.merge(operation, (System.nanoTime() - begin) / 1_000_000, Math::max);
        String body = answer.response().body();
        if (answer.status() >= 500) {
            failures.add(operation + " answered " + answer.status() + " to " + shortened(request.uri()) + ": " + body);
        } else if (answer.status() >= 400 && INSIDES.stream().anyMatch(body::contains)) {
            failures.add(operation + " shows its insides to " + shortened(request.uri()) + ": " + body);
        }
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

    private static String shortened(URI uri) {
        String text = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return text.substring(0, Math.min(text.length(), 300));
    }
}
