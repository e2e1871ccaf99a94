package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.platform.testing.Watched;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What those who watch the system see; its rules and dashboard ask for nothing else. */
@ServiceTest
@Import(Organisation.class)
class FiguresTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @LocalServerPort
    int port;

    @Test
    void everythingThatRulesAndDashboardAskForIsExposed() {
        Someone ada = organisation.someone("ada");
        ada.posts(web, Map.of("kind", "plain", "body", "counted"));
        ada.on(web).get().uri("/api/v1/feeds/home").exchange().expectStatus().isOk();

        assertThat(Watched.missingFrom(exposed())).isEmpty();
    }

    @Test
    void aPostIsCountedInTheRowsItWritesAndAStreamWhileItIsOpen() {
        Someone ada = organisation.someone("ada");
        Someone bo = organisation.someone("bo");
        organisation.follows(bo, ada, true);
        double rows = figure("outloud_timeline_rows_total");
        double streams = figure("outloud_streams_open");
        ada.posts(web, Map.of("kind", "plain", "body", "counted twice"));
        Awaitility.await().atMost(PATIENCE).until(() -> figure("outloud_timeline_rows_total") == rows + 1);
        try (Stream bos = Stream.open(port, bo, null)) {
            Awaitility.await().atMost(PATIENCE).until(() -> figure("outloud_streams_open") == streams + 1);
            assertThat(bos.named("post")).isEmpty();
        }
        Awaitility.await().atMost(PATIENCE).until(() -> figure("outloud_streams_open") == streams);
    }

    @Test
    void anEventThatStaysMakesTheOutboxDeeperAndOlder() {
        Someone ada = organisation.someone("ada");
        organisation.run("""
                create function stay() returns trigger language plpgsql as 'begin return null; end'
                """);
        organisation.run(
                "create trigger everything_stays before delete on outbox for each row execute function stay()");
        try {
            ada.posts(web, Map.of("kind", "plain", "body", "waits"));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> figure("outloud_outbox_depth") >= 1 && figure("outloud_outbox_age_seconds") > 5);
        } finally {
            organisation.run("drop function stay() cascade");
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> figure("outloud_outbox_depth") == 0 && figure("outloud_outbox_age_seconds") == 0);
    }

    private double figure(String name) {
        return exposed()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** All of it, however much the tests before have made there be. */
    private String exposed() {
        WebTestClient whole = web.mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(-1))
                .build();
        return Objects.requireNonNull(whole.get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
