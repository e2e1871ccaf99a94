package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests in the shapes that identity providers send and the standard shows, one a file, one after the other. */
@ServiceTest
class RecordedRequestsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    WebTestClient web;

    @ParameterizedTest
    @ValueSource(strings = {"entra", "okta", "rfc"})
    void whatTheProviderSendsIsAcceptedAsItSendsIt(String provider) throws IOException {
        Map<String, String> known = new HashMap<>();
        known.put("origin", "http://localhost:" + port);
        known.put("mark", UUID.randomUUID().toString().substring(0, 13));
        for (Path file : files(provider)) {
            JsonNode request = JSON.readTree(filled(Files.readString(file), known));
            JsonNode answer = send(file, request);
            request.path("expect")
                    .forEachEntry((pointer, value) -> assertThat(found(answer, pointer))
                            .as("%s in the answer to %s: %s", pointer, file.getFileName(), answer)
                            .isEqualTo(value));
            request.path("keep")
                    .forEachEntry((name, pointer) ->
                            known.put(name, answer.at(pointer.stringValue()).stringValue()));
        }
    }

    private JsonNode send(Path file, JsonNode request) {
        HttpMethod method = HttpMethod.valueOf(request.path("method").stringValue());
        String path = request.path("path").stringValue();
        Hr hr = Hr.on(web);
        WebTestClient.ResponseSpec sent = request.has("body")
                ? hr.sends(method, path, request.path("body").toString())
                : hr.asks(method, path);
        EntityExchangeResult<String> result = sent.expectBody(String.class).returnResult();
        assertThat(result.getStatus().value())
                .as("%s: %s", file.getFileName(), result.getResponseBody())
                .isEqualTo(request.path("status").intValue());
        return JSON.readTree(result.getResponseBody() == null ? "{}" : result.getResponseBody());
    }

    /** Nothing is expected as null. */
    private static JsonNode found(JsonNode answer, String pointer) {
        JsonNode at = answer.at(pointer);
        return at.isMissingNode() ? JSON.nullNode() : at;
    }

    private static List<Path> files(String provider) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/scim", provider))) {
            return files.sorted().toList();
        }
    }

    private static String filled(String text, Map<String, String> known) {
        String filled = text;
        for (Map.Entry<String, String> one : known.entrySet()) {
            filled = filled.replace("${" + one.getKey() + "}", one.getValue());
        }
        return filled;
    }
}
