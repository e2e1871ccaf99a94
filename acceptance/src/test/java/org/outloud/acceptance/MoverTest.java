package org.outloud.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.outloud.standalone.OutloudInstance;
import tools.jackson.databind.JsonNode;

/** HR moves people between departments over SCIM, and a community's rule moves them with it. */
class MoverTest {

    private static final int MOVES = 20;

    private final OutloudInstance system = WholeSystem.instance();
    private final Client carla = Client.signIn(system, "carla");

    @Test
    void membershipsFollowTheDepartmentThatHrTells() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String here = "Here " + mark;
        String community = carla.post("/api/v1/communities", Map.of("name", "Movers " + mark, "visibility", "closed"))
                .expect(201)
                .get("id")
                .stringValue();
        Map<String, ?> rule =
                Map.of("match", "all", "conditions", List.of(Map.of("attribute", "department", "value", here)));
        carla.put("/api/v1/communities/" + community + "/rules", rule).expect(200);
        Mover mover = Mover.told(system, "mover-" + mark, here);
        awaitMember(community, mover, true);

        List<Duration> took = new ArrayList<>();
        for (int i = 0; i < MOVES; i++) {
            boolean in = i % 2 == 1;
            long before = System.nanoTime();
            mover.movesTo(in ? here : "Elsewhere");
            awaitMember(community, mover, in);
            took.add(Duration.ofNanos(System.nanoTime() - before));
        }

        took.sort(null);
        System.out.println("From HR's change to the moved membership: p50 "
                + took.get(MOVES / 2 - 1).toMillis() + " ms, p95 "
                + took.get(MOVES * 19 / 20 - 1).toMillis() + " ms, at most "
                + took.get(MOVES - 1).toMillis() + " ms");
    }

    private void awaitMember(String community, Mover mover, boolean member) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(isMember(community, mover)).isEqualTo(member));
    }

    private boolean isMember(String community, Mover mover) {
        JsonNode members = carla.get("/api/v1/communities/" + community + "/members?limit=100")
                .expect(200)
                .get("items");
        return members.valueStream()
                .anyMatch(one -> one.at("/person/id").stringValue().equals(mover.id()));
    }
}
