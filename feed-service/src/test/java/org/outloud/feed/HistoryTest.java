package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.platform.testing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(Organisation.class)
class HistoryTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Test
    void historyComesInOnceWithItsAuthorsTimesAndThreadsInAnyOrderOfLines() {
        Someone ada = organisation.someone("ada");
        Someone bo = organisation.someone("bo");
        organisation.follows(bo, ada, true);
        String lines = """
                {"type":"reaction","post":"p1-%1$s","author":"%2$s","kind":"helped","createdAt":"2026-10-02T09:00:00Z"}
                {"type":"comment","externalId":"c2-%1$s","author":"%1$s","createdAt":"2026-10-01T10:00:00Z","inReplyTo":"c1-%1$s","body":"Thanks."}
                {"type":"comment","externalId":"c1-%1$s","author":"%2$s","createdAt":"2026-10-01T09:00:00Z","inReplyTo":"p1-%1$s","body":"From 2014."}

                {"type":"answer","post":"p1-%1$s","comment":"c1-%1$s"}
                {"type":"post","externalId":"p1-%1$s","author":"%1$s","createdAt":"2026-10-01T08:00:00Z","kind":"question","body":"Why ten seconds? #alarms"}
                {"type":"post","externalId":"p2-%1$s","author":"nobody-at-all","createdAt":"2026-10-01T08:00:00Z","kind":"plain","body":"?"}
                {"type":"post","externalId":"p3-%1$s","author":"%1$s","createdAt":"yesterday","kind":"plain","body":"?"}
                {"type":"sermon"}
                not json
                {"type":"comment","externalId":"c9-%1$s","author":"%2$s","createdAt":"2026-10-01T09:00:00Z","inReplyTo":"never","body":"Lost."}
                """.formatted(ada.userName(), bo.userName());

        JsonNode first = imported(lines, false);
        assertThat(first.get("state").stringValue()).isEqualTo("done");
        assertThat(first.get("created").intValue()).as(first.toString()).isEqualTo(5);
        assertThat(first.get("read").intValue()).isEqualTo(10);
        assertThat(first.get("rejected").toString())
                .contains("\"line\":7,\"field\":\"author\",\"code\":\"unknown-person\"")
                .contains("\"line\":8,\"field\":\"createdAt\",\"code\":\"malformed\"")
                .contains("\"line\":9,\"field\":\"type\",\"code\":\"unknown-value\"")
                .contains("\"line\":10,\"field\":\"\",\"code\":\"malformed-json\"")
                .contains("\"line\":11,\"field\":\"inReplyTo\",\"code\":\"unknown-reference\"");

        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> bo.gets(web, "/api/v1/feeds/home").get("items").size() == 1);
        JsonNode post = bo.gets(web, "/api/v1/feeds/home").get("items").get(0);
        assertThat(post.get("createdAt").stringValue()).isEqualTo("2026-10-01T08:00:00Z");
        assertThat(post.get("commentCount").intValue()).isEqualTo(2);
        assertThat(post.get("reactions").get("helped").intValue()).isEqualTo(1);
        assertThat(post.get("answer").get("body").stringValue()).isEqualTo("From 2014.");
        assertThat(bo.gets(web, "/api/v1/feeds/tags/ALARMS").get("items")).hasSize(1);

        JsonNode second = imported(lines, false);
        assertThat(second.get("created").intValue()).isZero();
        assertThat(second.get("unchanged").intValue()).isEqualTo(5);
    }

    @Test
    void aDryRunReportsAndKeepsNothing() {
        Someone ada = organisation.someone("ada");
        String line =
                "{\"type\":\"post\",\"externalId\":\"dry-%1$s\",\"author\":\"%1$s\",\"createdAt\":\"2026-10-01T08:00:00Z\","
                        + "\"kind\":\"plain\",\"body\":\"Only a rehearsal.\"}\n";
        JsonNode report = imported(line.formatted(ada.userName()), true);
        assertThat(report.get("state").stringValue()).isEqualTo("done");
        assertThat(report.get("created").intValue()).isEqualTo(1);
        assertThat(ada.gets(web, "/api/v1/feeds/people/" + ada.id()).get("items"))
                .isEmpty();
    }

    @Test
    void onlyAdministratorsBringHistoryIn() {
        Someone ada = organisation.someone("ada");
        ada.on(web)
                .post()
                .uri("/api/v1/imports/posts")
                .contentType(MediaType.APPLICATION_NDJSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private JsonNode imported(String lines, boolean dryRun) {
        Someone person = organisation.someone("admin");
        Someone admin = new Someone(person.id(), person.userName(), Tokens.of(person.userName(), "admin"));
        String location = String.valueOf(admin.on(web)
                .post()
                .uri("/api/v1/imports/posts?dryRun=" + dryRun)
                .contentType(MediaType.APPLICATION_NDJSON)
                .bodyValue(lines)
                .exchange()
                .expectStatus()
                .isAccepted()
                .returnResult(byte[].class)
                .getResponseHeaders()
                .getLocation());
        assertThat(location).endsWith("2");
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() ->
                        !admin.gets(web, location).get("state").stringValue().equals("running"));
        return Objects.requireNonNull(admin.gets(web, location));
    }
}
