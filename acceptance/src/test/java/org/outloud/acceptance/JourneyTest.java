package org.outloud.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.outloud.acceptance.WholeSystem.as;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A post travels from one person to another, and from nobody to anybody else. */
class JourneyTest {

    @Test
    void somebodyWhoNeverAskedForTheirProfileMayPostAtOnce() {
        Client dev = as("dev");
        String id = dev.post("/api/v1/posts", Map.of("kind", "working-out-loud", "doing", "My first line"))
                .expect(201)
                .get("id")
                .stringValue();
        assertThat(dev.get("/api/v1/posts/" + id)
                        .expect(200)
                        .get("author")
                        .get("userName")
                        .stringValue())
                .isEqualTo("dev");
    }

    @Test
    void aPostReachesTheFollowersHomeAndOpenStream() throws InterruptedException {
        Client ada = as("ada");
        Client bo = as("bo");
        bo.put("/api/v1/people/" + idOf(ada) + "/follow", Map.of()).expect(200);
        try (Listener stream = new Listener(bo)) {
            List<String> posted = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                posted.add(ada.post("/api/v1/posts", Map.of("kind", "working-out-loud", "learned", "Lesson " + i))
                        .expect(201)
                        .get("id")
                        .stringValue());
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> stream.heard().keySet().containsAll(posted));
            assertThat(homeOf(bo)).containsAll(posted);
        }
    }

    @Test
    void aCommunityIsFoundedJoinedTalkedInAndStandsInTheInventory() {
        Client ada = as("ada");
        Client bo = as("bo");
        JsonNode community = ada.post(
                        "/api/v1/communities",
                        Map.of("name", "Alarm management", "domain", "Patient safety", "visibility", "closed"))
                .expect(201);
        String id = community.get("id").stringValue();
        assertThat(bo.put("/api/v1/communities/" + id + "/membership", Map.of()).status())
                .isEqualTo(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> bo.get("/api/v1/feeds/communities/" + id).status() == 403);
        Map<String, ?> post =
                Map.of("kind", "plain", "body", "among us", "audience", Map.of("type", "community", "communityId", id));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> ada.get("/api/v1/feeds/communities/" + id).status() == 200);
        String postId = ada.post("/api/v1/posts", post).expect(201).get("id").stringValue();
        assertThat(bo.get("/api/v1/posts/" + postId).status()).isEqualTo(404);

        ada.put("/api/v1/communities/" + id + "/members/" + idOf(bo), Map.of("role", "member"))
                .expect(200);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> homeOf(bo).contains(postId));
        JsonNode entries = bo.get("/api/v1/inventory?q=Alarm").expect(200).get("items");
        assertThat(entries.toString()).contains(id);
    }

    @Test
    void whatIsNotAllowedIsRefusedByName() {
        Client bo = as("bo");
        URI gateway = WholeSystem.instance().gateway();
        assertThat(Client.exchange(HttpRequest.newBuilder(gateway.resolve("/api/v1/feeds/home"))
                                .build())
                        .status())
                .isEqualTo(401);
        assertThat(bo.post("/api/v1/imports/people", Map.of()).status()).isEqualTo(403);
        assertThat(bo.get("/scim/v2/Users").status()).isEqualTo(403);
        assertThat(bo.get("/api/v1/feeds/home?cursor=nonsense").status()).isEqualTo(400);
        assertThat(bo.post("/api/v1/posts", Map.of("body", "a\0b", "kind", "plain"))
                        .status())
                .isEqualTo(400);
        assertThat(bo.post("/api/v1/posts", Map.of("kind", "plain", "body", "x".repeat(1 << 20)))
                        .status())
                .isIn(400, 413);
        assertThat(bo.post("/api/v1/posts", Map.of("kind", "plain", "body", "a", "audience", Map.of("type", "all")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whomHrProvisionsAndWhoSignsInIsOnePerson() {
        Client hr = Client.hr(WholeSystem.instance());
        JsonNode created = hr.post(
                        "/scim/v2/Users",
                        Map.of(
                                "schemas",
                                List.of("urn:ietf:params:scim:schemas:core:2.0:User"),
                                "userName",
                                "carla",
                                "displayName",
                                "Carla Moreau",
                                "active",
                                true))
                .expect(201);
        assertThat(idOf(as("carla"))).isEqualTo(created.get("id").stringValue());
    }

    static String idOf(Client client) {
        return client.get("/api/v1/me").expect(200).get("person").get("id").stringValue();
    }

    static List<String> homeOf(Client client) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = client.get("/api/v1/feeds/home?limit=100" + cursor).expect(200);
            page.get("items").forEach(post -> ids.add(post.get("id").stringValue()));
            if (page.get("next").isNull()) {
                return ids;
            }
            cursor = "&cursor=" + page.get("next").stringValue();
        }
    }
}
