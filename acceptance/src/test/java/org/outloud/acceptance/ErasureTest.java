package org.outloud.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.outloud.acceptance.WholeSystem.as;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.outloud.standalone.OutloudInstance;
import tools.jackson.databind.JsonNode;

/** Somebody with a name that nobody else has is everywhere, and then nowhere. */
class ErasureTest {

    private static final String USER_NAME = "zebulon.quarkwood";
    private static final String EMAIL = "zebulon.quarkwood@rare.example";
    private static final String NAME = "Zebulon Quarkwood";

    @Test
    void theScanFindsAPersonBeforeErasureAndNothingAfter() {
        OutloudInstance system = WholeSystem.instance();
        Traces traces = new Traces(system, List.of("zebulon", "quarkwood"));
        Client admin = as("admin");
        Client bo = as("bo");
        Client person =
                Hired.at(system, USER_NAME, EMAIL, "Zebulon", "Quarkwood").client();
        leavesTracesEverywhere(person, bo);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(traces.find())
                        .contains(
                                "profile.person",
                                "feed.person",
                                "feed.post",
                                "community.person",
                                "topic outloud.people",
                                "topic outloud.posts"));

        person.post("/api/v1/me/erase", Map.of("userName", "somebody.else")).expect(400);
        String receipt = person.post("/api/v1/me/erase", Map.of("userName", USER_NAME))
                .expect(202)
                .get("id")
                .stringValue();

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !admin.get("/api/v1/erasures/" + receipt)
                        .expect(200)
                        .get("completedAt")
                        .isNull());
        for (String path : List.of("/api/v1/me", "/api/v1/feeds/home", "/api/v1/communities", "/api/v1/stream")) {
            Awaitility.await(path)
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> person.get(path).status() == 403);
        }
        Awaitility.await("compaction of the topics")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(traces.find()).isEmpty());
        JsonNode said = bo.get("/api/v1/feeds/tags/hapax").expect(200).get("items");
        assertThat(said).hasSize(2);
        assertThat(said.toString()).contains("Former colleague");
    }

    private static void leavesTracesEverywhere(Client person, Client bo) {
        String id = JourneyTest.idOf(person);
        Client.exchange(person.request("/api/v1/people/" + id)
                        .method(
                                "PATCH",
                                BodyPublishers.ofString("{\"headline\": \"The one and only " + NAME
                                        + "\", \"askMeAbout\": \"Quarkwood trees\"}"))
                        .build())
                .expect(200);
        String post = person.post(
                        "/api/v1/posts", Map.of("kind", "plain", "body", "Hello, this is " + NAME + " #hapax"))
                .expect(201)
                .get("id")
                .stringValue();
        Map<String, ?> asked =
                Map.of("kind", "question", "body", "Who can help, @" + USER_NAME + " or " + NAME + "? #hapax");
        String question = bo.post("/api/v1/posts", asked).expect(201).get("id").stringValue();
        person.post("/api/v1/posts/" + question + "/comments", Map.of("body", "I can, says " + USER_NAME))
                .expect(201);
        bo.post("/api/v1/posts/" + post + "/comments", Map.of("body", "Welcome, " + NAME))
                .expect(201);
        person.put("/api/v1/people/" + JourneyTest.idOf(bo) + "/follow", Map.of())
                .expect(200);
        bo.put("/api/v1/people/" + id + "/mute", Map.of()).expect(200);
        String community = bo.post("/api/v1/communities", Map.of("name", "Hapax", "visibility", "open"))
                .expect(201)
                .get("id")
                .stringValue();
        person.put("/api/v1/communities/" + community + "/membership", Map.of()).expect(200);
    }
}
