package org.outloud.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.outloud.standalone.OutloudInstance;

/** Somebody leaves and comes back, with one token that is valid all the time. */
class LeaverTest {

    private static final List<String> DOORS = List.of(
            "/api/v1/me",
            "/api/v1/people?limit=1",
            "/api/v1/feeds/home",
            "/api/v1/tags",
            "/api/v1/communities",
            "/api/v1/inventory?limit=1");

    private final OutloudInstance system = WholeSystem.instance();
    private final Client hr = Client.hr(system);

    @Test
    void everyDoorClosesAndOpensAgainAsHrSays() throws InterruptedException {
        Hired leaver = Hired.at(system, "lea.leaver", "lea.leaver@outloud.example", "Lea", "Leaver");
        Client client = leaver.client();
        String said = post(client, "Before I leave");
        answers(client, 200);
        Listener before = new Listener(client);

        setActive(leaver, false);

        Awaitility.await("the end of the stream").atMost(Duration.ofSeconds(60)).until(before::isOver);
        answers(client, 403);
        assertThat(client.get("/api/v1/stream").status()).isEqualTo(403);

        setActive(leaver, true);

        answers(client, 200);
        new Listener(client).close();
        assertThat(client.get("/api/v1/posts/" + said).status()).isEqualTo(200);
        post(client, "I am back");
    }

    private static String post(Client client, String text) {
        return client.post("/api/v1/posts", Map.of("kind", "working-out-loud", "doing", text))
                .expect(201)
                .get("id")
                .stringValue();
    }

    private static void answers(Client client, int status) {
        for (String door : DOORS) {
            Awaitility.await(door + " answers " + status)
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> client.get(door).status() == status);
        }
    }

    private void setActive(Hired person, boolean active) {
        String patch = "{\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"], \"Operations\":"
                + " [{\"op\": \"replace\", \"path\": \"active\", \"value\": " + active + "}]}";
        Client.exchange(hr.request("/scim/v2/Users/" + person.id())
                        .setHeader("Content-Type", "application/scim+json")
                        .method("PATCH", BodyPublishers.ofString(patch))
                        .build())
                .expect(200);
    }
}
