package org.outloud.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.outloud.standalone.OutloudInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the public paths with a bearer token, as a script in the organisation would be. */
final class Client {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI gateway;
    private final String token;

    private Client(URI gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    /** Signs a demo person in by direct access grant. */
    static Client signIn(OutloudInstance system, String userName) {
        return signIn(system.gateway(), system.issuer(), userName);
    }

    /** Signs a demo person in at a system that was started by other means. */
    static Client signIn(URI gateway, URI issuer, String userName) {
        String form =
                "grant_type=password&client_id=outloud-cli&username=" + userName + "&password=outloud&scope=openid";
        return grant(gateway, issuer, form);
    }

    /** Signs the HR integration in by client credentials. */
    static Client hr(OutloudInstance system) {
        return grant(
                system.gateway(),
                system.issuer(),
                "grant_type=client_credentials&client_id=outloud-hr&client_secret="
                        + system.secrets().hrClient());
    }

    private static Client grant(URI gateway, URI issuer, String form) {
        HttpRequest request = tokenRequest(issuer, form);
        Answer answer = Awaitility.await("a token, once Keycloak has noticed that its database is back")
                .atMost(Duration.ofSeconds(60))
                .until(() -> exchange(request), received -> received.status() < 500);
        return new Client(gateway, answer.expect(200).get("access_token").stringValue());
    }

    /** What a realm is asked for a token with. */
    static HttpRequest tokenRequest(URI issuer, String form) {
        return HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    /** Whoever has this token, whatever it is. */
    static Client with(URI gateway, String token) {
        return new Client(gateway, token);
    }

    String token() {
        return token;
    }

    Answer get(String path) {
        return exchange(request(path).GET().build());
    }

    Answer delete(String path) {
        return exchange(request(path).DELETE().build());
    }

    Answer put(String path, Map<String, ?> body) {
        return exchange(request(path).PUT(json(body)).build());
    }

    Answer post(String path, Map<String, ?> body) {
        return exchange(request(path).POST(json(body)).build());
    }

    /** Posts with an Idempotency-Key; empty when no answer came, so that one does not know. */
    Optional<Answer> tryPost(String path, String key, Map<String, ?> body) {
        HttpRequest request = request(path)
                .header("Idempotency-Key", key)
                .timeout(Duration.ofSeconds(10))
                .POST(json(body))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return Optional.of(new Answer(response));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30));
    }

    private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    static Answer exchange(HttpRequest request) {
        try {
            return new Answer(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(request + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A status and a body. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        JsonNode expect(int status) {
            if (status() != status) {
                throw new AssertionError(response.request() + " answered " + status() + ": " + response.body());
            }
            return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
        }
    }
}
