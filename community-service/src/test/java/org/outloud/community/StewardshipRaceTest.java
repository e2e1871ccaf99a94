package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.event.MembershipChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What holds when many do it at once. */
@ServiceTest
@Import(Organisation.class)
class StewardshipRaceTest {

    static ExecutorService threads;

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    @BeforeAll
    static void start() {
        threads = Executors.newFixedThreadPool(12);
    }

    @AfterAll
    static void stop() {
        threads.shutdownNow();
    }

    @Test
    void whenAllStewardsLeaveAtOnceOneStays() throws Exception {
        Someone founder = organisation.someone(web, "founder");
        List<Someone> stewards = new ArrayList<>(List.of(founder));
        for (int i = 0; i < 5; i++) {
            stewards.add(organisation.someone(web, "steward"));
        }
        for (int round = 0; round < 5; round++) {
            String community = founder.founds("Race " + Organisation.unique(), "open");
            stewards.stream().skip(1).forEach(other -> founder.gives(community, other, "steward"));

            List<Integer> statuses = atOnce(stewards.stream()
                    .<Callable<Integer>>map(steward ->
                            () -> steward.delete(community + "/membership").status())
                    .toList());

            assertThat(statuses)
                    .containsOnly(204, 409)
                    .filteredOn(status -> status == 409)
                    .hasSize(1);
            assertThat(organisation.count(
                            "select count(*) from membership where community_id = :id and role = 'steward'",
                            Map.of("id", id(community))))
                    .isEqualTo(1);
        }
    }

    @Test
    void twoStewardsWhoDismissEachOtherDoNotBothSucceed() throws Exception {
        Someone ada = organisation.someone(web, "ada");
        Someone bo = organisation.someone(web, "bo");
        for (int round = 0; round < 10; round++) {
            String community = ada.founds("Duel " + Organisation.unique(), "open");
            ada.gives(community, bo, "steward");

            List<Integer> statuses = atOnce(List.of(
                    () -> ada.delete(community + "/members/" + bo.id()).status(),
                    () -> bo.delete(community + "/members/" + ada.id()).status()));

            assertThat(statuses).containsExactlyInAnyOrder(204, 403);
        }
    }

    @Test
    void aCrowdThatJoinsAtOnceIsCountedRightAndToldOnce() throws Exception {
        Someone founder = organisation.someone(web, "founder");
        String community = founder.founds("Crowd " + Organisation.unique(), "open");
        List<Someone> crowd = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            crowd.add(organisation.someone(web, "crowd"));
        }
        List<Callable<Integer>> joins = new ArrayList<>();
        for (int again = 0; again < 3; again++) {
            crowd.forEach(one ->
                    joins.add(() -> one.put(community + "/membership", null).status()));
        }

        assertThat(atOnce(joins)).containsOnly(200);
        assertThat(founder.get(community).body().get("members").intValue()).isEqualTo(13);
        for (Someone one : crowd) {
            assertThat(topics.await(MembershipChanged.class, id(community) + "/" + one.id(), 1))
                    .extracting(MembershipChanged::version)
                    .containsExactly(1L);
        }
    }

    @Test
    void theSameSlugIsGivenOnce() throws Exception {
        Someone ada = organisation.someone(web, "ada");
        String slug = "slug-" + Organisation.unique();
        List<Callable<Integer>> foundings = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            foundings.add(() -> ada.post("/api/v1/communities", Map.of("name", "Same", "slug", slug))
                    .status());
        }

        assertThat(atOnce(foundings)).containsOnly(201, 409).containsOnlyOnce(201);
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> done : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
            statuses.add(done.get());
        }
        return statuses;
    }

    private static UUID id(String community) {
        return UUID.fromString(community.substring(community.lastIndexOf('/') + 1));
    }
}
