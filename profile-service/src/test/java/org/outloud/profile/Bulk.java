package org.outloud.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Many operations at once. */
final class Bulk {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";
    private static final int STEP = 100;

    private Bulk() {}

    static String request(String more, List<String> operations) {
        return "{\"schemas\": [\"" + SCHEMA + "\"], " + more + "\"Operations\": [" + String.join(",", operations)
                + "]}";
    }

    /** The answers to operations. */
    static JsonNode runs(Hr hr, String... operations) {
        return runs(hr, "", List.of(operations));
    }

    static JsonNode runs(Hr hr, String more, List<String> operations) {
        return Someone.body(hr.sends(HttpMethod.POST, "/scim/v2/Bulk", request(more, operations))
                        .expectStatus()
                        .isOk())
                .get("Operations");
    }

    static String post(String path, String bulkId, String data) {
        return "{\"method\": \"POST\", \"path\": \"" + path + "\", \"bulkId\": \"" + bulkId + "\", \"data\": " + data
                + "}";
    }

    /** The answers to any number of operations, in requests of a size that a slow machine answers in time. */
    static List<JsonNode> runsAll(Hr hr, List<String> operations) {
        List<JsonNode> answers = new ArrayList<>();
        for (int from = 0; from < operations.size(); from += STEP) {
            runs(hr, "", operations.subList(from, Math.min(from + STEP, operations.size())))
                    .forEach(answers::add);
        }
        return answers;
    }

    /** Ids of new people. */
    static List<String> people(Hr hr, int count) {
        String mark = UUID.randomUUID().toString().substring(0, 13);
        List<String> operations = IntStream.range(0, count)
                .mapToObj(i -> post("/Users", "p" + i, "{\"userName\": \"bulk-" + mark + "-" + i + "\"}"))
                .toList();
        return runsAll(hr, operations).stream()
                .map(answer -> answer.get("location").stringValue())
                .map(location -> location.substring(location.lastIndexOf('/') + 1))
                .collect(Collectors.toList());
    }
}
