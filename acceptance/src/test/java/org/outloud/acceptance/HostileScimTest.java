package org.outloud.acceptance;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** SCIM, asked with what HR's system should never send, made after the schemas that SCIM tells of itself. */
class HostileScimTest {

    private static final int ROUNDS = 400;
    private static final List<String> ENDPOINTS = List.of("Users", "Groups");

    private final long seed = Long.getLong("outloud.seed", 20_261_123L);
    private final SplittableRandom random = new SplittableRandom(seed);
    private final Client hr = Client.hr(WholeSystem.instance());
    private final HostileScim hostile =
            new HostileScim(hr.get("/scim/v2/Schemas").expect(200), random);
    private final Judge judge = new Judge(seed);

    @Test
    void whateverHrsSystemSendsTheServerHoldsAndKeepsItsInsidesToItself() {
        String mark = UUID.randomUUID().toString();
        String person = create("Users", "{\"userName\": \"target-" + mark + "\"}");
        String group = create("Groups", "{\"displayName\": \"target-" + mark + "\"}");
        for (int i = 0; i < ROUNDS; i++) {
            String endpoint = hostile.any(ENDPOINTS);
            String one = "/scim/v2/" + endpoint + "/" + (endpoint.equals("Users") ? person : group);
            send("POST", "/scim/v2/" + endpoint, hostile.resource(random.nextInt(10)));
            send("PUT", one, hostile.resource(random.nextInt(10)));
            send("PATCH", one, hostile.patch());
            send("POST", "/scim/v2/" + endpoint + "/.search", hostile.search());
            send("POST", "/scim/v2/Bulk", hostile.bulk(person, group));
            send("GET", "/scim/v2/" + endpoint + "?" + parameters(), "");
            send("GET", one + "?attributes=" + encoded(hostile.path()), "");
        }
        judge.conclude("hostile SCIM", 2_000);
    }

    private String parameters() {
        String filter = hostile.filter(4);
        return "filter=" + encoded(filter.substring(0, Math.min(filter.length(), 5_000)))
                + (random.nextInt(2) == 0 ? "&sortBy=" + encoded(shortPath()) : "")
                + hostile.any(
                        List.of("", "&cursor", "&cursor=x", "&count=-1", "&startIndex=99999999999", "&sortOrder=up"));
    }

    private String shortPath() {
        String path = hostile.path();
        return path.substring(0, Math.min(path.length(), 1_000));
    }

    private void send(String method, String target, String body) {
        HttpRequest.Builder request = hr.request(target)
                .setHeader("Content-Type", "application/scim+json")
                .timeout(Duration.ofSeconds(60));
        String operation = method + " " + target.replaceFirst("\\?.*", "").replaceFirst("/[0-9a-f-]{36}", "/{id}");
        judge.judge(
                operation, request.method(method, BodyPublishers.ofString(body)).build(), body);
    }

    private String create(String endpoint, String body) {
        HttpRequest request = hr.request("/scim/v2/" + endpoint)
                .setHeader("Content-Type", "application/scim+json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return Client.exchange(request).expect(201).get("id").stringValue();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
