package org.outloud.standalone.demo.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Requests with patience: a server that says "later" is asked again when it said so. */
final class Http {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int TRIES = 30;
    private static final long LONGEST_WAIT = 10;
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Answer send(HttpRequest.Builder request) {
        HttpRequest built = request.timeout(TIMEOUT).build();
        for (int i = 0; ; i++) {
            Answer answer = once(built);
            if (!LATER.contains(answer.status) || i == TRIES) {
                return answer;
            }
            pause(Duration.ofSeconds(Math.min(answer.retryAfter, LONGEST_WAIT)));
        }
    }

    static HttpRequest.Builder json(URI uri, String token, String method, String type, Object body) {
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .header("Accept", "application/json, application/scim+json, application/problem+json")
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    static HttpRequest.Builder get(URI uri, String token) {
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/scim+json, application/problem+json");
    }

    static HttpRequest.Builder form(URI uri, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("Interrupted.", e);
        }
    }

    private Answer once(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            long wait = response.headers().firstValueAsLong("Retry-After").orElse(1);
            String location = response.headers().firstValue("Location").orElse("");
            return new Answer(
                    request.method() + " " + request.uri(), response.statusCode(), response.body(), location, wait);
        } catch (IOException e) {
            throw new DemoFailure(
                    "Nothing answers at %s (%s). Is Outloud up? ./outloud up starts it."
                            .formatted(origin(request.uri()), e.getClass().getSimpleName()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("Interrupted.", e);
        }
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    /** @param retryAfter seconds */
    record Answer(String request, int status, String body, String location, long retryAfter) {

        boolean succeeded() {
            return status / 100 == 2;
        }

        /** @throws DemoFailure unless the status is a good one */
        Answer orFail(String what) {
            if (succeeded()) {
                return this;
            }
            throw new DemoFailure("%s failed: %s answered %d%s".formatted(what, request, status, reason()));
        }

        JsonNode json() {
            try {
                return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
            } catch (JacksonException e) {
                throw new DemoFailure("%s did not answer with JSON.".formatted(request), e);
            }
        }

        /** What a problem, a SCIM error or Keycloak says, in a line. */
        String reason() {
            try {
                JsonNode problem = body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
                for (String field : new String[] {"detail", "title", "error_description", "errorMessage", "error"}) {
                    if (problem.path(field).isString()) {
                        return ": " + problem.path(field).stringValue();
                    }
                }
            } catch (JacksonException e) {
                return ".";
            }
            return ".";
        }
    }
}
