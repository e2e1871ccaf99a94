package org.outloud.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.outloud.acceptance.WholeSystem.as;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outloud.standalone.OutloudInstance;

/**
 * Any one process is killed in the middle of posts. Whoever got an answer finds the post in every follower's feed, once;
 * whoever got none repeats with the same key.
 */
class SuddenDeathTest {

    private static final int POSTS = Integer.getInteger("outloud.sudden-death.posts", 400);

    @ParameterizedTest
    @ValueSource(strings = {"feed-service", "profile-service", "gateway", "kafka", "postgres"})
    void everyAcknowledgedPostIsInEveryFollowersFeedExactlyOnce(String victim) throws InterruptedException {
        OutloudInstance system = WholeSystem.instance();
        Client ada = as("ada");
        List<Client> followers = List.of(as("bo"), as("dev"));
        String adaId = JourneyTest.idOf(ada);
        for (Client follower : followers) {
            follower.put("/api/v1/people/" + adaId + "/follow", Map.of()).expect(200);
        }
        List<String> acknowledged = new ArrayList<>();
        int repeated = 0;
        for (int i = 0; i < POSTS; i++) {
            if (i == POSTS / 2) {
                system.kill(victim);
            }
            String key = UUID.randomUUID().toString();
            Map<String, String> post = Map.of("kind", "plain", "body", victim + " " + i);
            Optional<Client.Answer> answer = ada.tryPost("/api/v1/posts", key, post);
            while (answer.isEmpty() || answer.get().status() >= 500) {
                repeated++;
                system.awaitReady(Duration.ofMinutes(3));
                answer = ada.tryPost("/api/v1/posts", key, post);
            }
            acknowledged.add(answer.get().expect(201).get("id").stringValue());
        }
        system.awaitReady(Duration.ofMinutes(3));
        assertThat(new HashSet<>(acknowledged)).hasSize(POSTS);
        for (Client follower : followers) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> JourneyTest.homeOf(follower).containsAll(acknowledged));
            List<String> home = JourneyTest.homeOf(follower);
            assertThat(home).doesNotHaveDuplicates();
            home.retainAll(acknowledged);
            assertThat(home).hasSize(POSTS);
        }
        System.out.printf(
                "killed %s: %d acknowledged, %d repeated, 0 lost, 0 doubled in %d feeds%n",
                victim, acknowledged.size(), repeated, followers.size());
    }
}
