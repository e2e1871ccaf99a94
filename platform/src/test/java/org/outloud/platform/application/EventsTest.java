package org.outloud.platform.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.FollowChanged;
import org.outloud.contracts.event.Topics;
import org.outloud.platform.consumer.DeadLettersEndpoint;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
@TestPropertySource(
        properties = {
            "spring.application.name=empty-service",
            "spring.config.import=classpath:outloud-platform.yaml",
            "spring.flyway.locations=classpath:db/platform,classpath:db/platform-test"
        })
class EventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    Published topics;

    @Autowired
    Telling telling;

    @Autowired
    DatabaseClient database;

    @Autowired
    DeadLettersEndpoint deadLetters;

    @Autowired
    WebTestClient web;

    @Test
    void aCommittedChangeIsToldAndARolledBackOneIsNot() {
        FollowChanged kept = follow(1);
        FollowChanged undone = follow(1);
        telling.tell(kept, false).block(PATIENCE);
        assertThatThrownBy(() -> telling.tell(undone, true).block(PATIENCE)).hasMessage("after the event");
        FollowChanged last = follow(1);
        telling.tell(last, false).block(PATIENCE);

        awaitTold(last, 1);
        assertThat(topics.await(FollowChanged.class, kept.key(), 1)).hasSize(1);
        assertThat(count("select count(*) from told where about like :about", "%" + undone.key() + "%"))
                .isZero();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> count("select count(*) from outbox where aggregateid <> :about", "") == 0);
    }

    @Test
    void anEventThatArrivesTwiceOrLateIsAppliedOnce() {
        FollowChanged second = follow(2);
        FollowChanged first = new FollowChanged(second.follower(), second.followee(), true, 1, Instant.now());
        UUID id = UUID.randomUUID();
        topics.publish(id, second);
        topics.publish(id, second);
        topics.publish(UUID.randomUUID(), second);
        topics.publish(first);
        FollowChanged third = new FollowChanged(second.follower(), second.followee(), true, 3, Instant.now());
        topics.publish(third);

        awaitTold(third, 3);
        assertThat(count("select times from told where about = :about", second.key()))
                .isEqualTo(2);
    }

    @Test
    void aPoisonEventIsPutAsideTheRestGoesOnAndReplayAppliesIt() {
        EmptyService.broken = true;
        FollowChanged poison = follow(EmptyService.POISON);
        FollowChanged next = new FollowChanged(poison.follower(), PersonId.next(), true, 1, Instant.now());
        topics.publish(poison);
        topics.send(new ProducerRecord<>(Topics.FOLLOWS, poison.key(), "not json".getBytes(StandardCharsets.UTF_8)));
        topics.publish(next);

        awaitTold(next, 1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(deadLetters.waiting().block(PATIENCE)).containsEntry("test.told", 1L));
        assertThat(count("select count(*) from told where about = :about", poison.key()))
                .isZero();

        assertThat(web.get()
                        .uri("/actuator/prometheus")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("outloud_dead_letters_total{consumer=\"test.told\"} 1.0");

        EmptyService.broken = false;
        assertThat(deadLetters.replay(null).block(PATIENCE)).containsEntry("test.told", 1L);
        assertThat(count("select count(*) from told where about = :about", poison.key()))
                .isEqualTo(1);
        assertThat(deadLetters.waiting().block(PATIENCE)).containsEntry("test.told", 0L);
    }

    @Test
    void anUnexpectedFailureKeepsItsWordsInside() {
        String answer = web.get()
                .uri("/test/broken")
                .header("Authorization", "Bearer " + org.outloud.platform.testing.Tokens.service("scim"))
                .exchange()
                .expectStatus()
                .is5xxServerError()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(answer).contains("/problems/internal").doesNotContain("secret of the inside");
    }

    @Test
    void readinessAsksDatabaseAndBroker() {
        web.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
        web.post().uri("/actuator/deadletters").exchange().expectStatus().isUnauthorized();
    }

    private static FollowChanged follow(long version) {
        return new FollowChanged(PersonId.next(), PersonId.next(), true, version, Instant.now());
    }

    private void awaitTold(FollowChanged event, long version) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> count(
                                "select count(*) from told where version = " + version + " and about = :about",
                                event.key())
                        == 1);
    }

    private long count(String sql, String about) {
        Number count = database.sql(sql)
                .bind("about", about)
                .map(row -> row.get(0, Number.class))
                .one()
                .block(PATIENCE);
        return count == null ? -1 : count.longValue();
    }
}
