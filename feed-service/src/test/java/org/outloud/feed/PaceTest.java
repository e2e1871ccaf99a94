package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
@TestPropertySource(
        properties = {
            "OUTLOUD_LIMITS=on",
            "outloud.pace.per-moment=6",
            "outloud.pace.per-day=8",
            "outloud.pace.same-link=2",
            "outloud.pace.same-words=2"
        })
@Import(Organisation.class)
class PaceTest {

    private static final String LONG = "Buy these wonderful pots now. ".repeat(7);

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    Someone ada;

    @BeforeEach
    void people() {
        ada = organisation.someone("ada");
    }

    @Test
    void whoeverPostsTooFastIsToldHowLongToWaitAndOthersGoOn() {
        String post = said("First").at("/id").stringValue();
        for (int i = 0; i < 4; i++) {
            said("ok");
        }
        ada.posts(web, "/api/v1/posts/" + post + "/comments", Map.of("body", "ok"));

        EntityExchangeResult<JsonNode> refused = sent("/api/v1/posts", Map.of("kind", "plain", "body", "ok"));
        assertThat(refused.getStatus().value()).isEqualTo(429);
        assertThat(Objects.requireNonNull(refused.getResponseBody()).get("type").stringValue())
                .isEqualTo("/problems/too-fast");
        assertThat(Long.parseLong(String.valueOf(refused.getResponseHeaders().getFirst("Retry-After"))))
                .isBetween(200L, 301L);
        assertThat(sent("/api/v1/posts/" + post + "/comments", Map.of("body", "ok"))
                        .getStatus()
                        .value())
                .isEqualTo(429);
        assertThat(sent("/api/v1/posts/" + post + "/share", Map.of("body", "ok"))
                        .getStatus()
                        .value())
                .isEqualTo(429);
        organisation.someone("bo").posts(web, Map.of("kind", "plain", "body", "ok"));
    }

    @Test
    void whatWasSaidLongerAgoCountsForTheDayAndThenNoMore() {
        for (int i = 0; i < 6; i++) {
            said("ok");
        }
        anHourPasses();
        said("ok");
        said("ok");

        EntityExchangeResult<JsonNode> refused = sent("/api/v1/posts", Map.of("kind", "plain", "body", "ok"));

        assertThat(refused.getStatus().value()).isEqualTo(429);
        assertThat(Long.parseLong(String.valueOf(refused.getResponseHeaders().getFirst("Retry-After"))))
                .isBetween(22 * 3_600L, 24 * 3_600L);
        for (int i = 0; i < 23; i++) {
            anHourPasses();
        }
        said("ok");
    }

    @Test
    void theSameLongTextIsSpamAndTheSameShortOneIsNot() {
        said(LONG);
        said(LONG.toUpperCase(Locale.ROOT).replace(" ", "\n"));

        assertThat(refusalOf(LONG)).isEqualTo("/problems/said-already");
        said(LONG + "And these pans.");
        said("ok");
        said("ok");
        said("ok");
    }

    @Test
    void theSamePageIsLinkedToSoOften() {
        said("Look at https://pots.example/buy");
        said("Really, https://pots.example/buy is good");

        assertThat(refusalOf("https://pots.example/buy")).isEqualTo("/problems/linked-already");
        said("https://pots.example/other");
    }

    @Test
    void whatWasDeletedCountsToo() {
        for (int i = 0; i < 2; i++) {
            String id = said(LONG).get("id").stringValue();
            ada.on(web)
                    .delete()
                    .uri("/api/v1/posts/" + id)
                    .exchange()
                    .expectStatus()
                    .isNoContent();
        }
        assertThat(refusalOf(LONG)).isEqualTo("/problems/said-already");
    }

    private JsonNode said(String words) {
        return ada.posts(web, Map.of("kind", "plain", "body", words));
    }

    private String refusalOf(String words) {
        EntityExchangeResult<JsonNode> refused = sent("/api/v1/posts", Map.of("kind", "plain", "body", words));
        assertThat(refused.getStatus().value()).isEqualTo(409);
        return Objects.requireNonNull(refused.getResponseBody()).get("type").stringValue();
    }

    private EntityExchangeResult<JsonNode> sent(String path, Map<String, ?> body) {
        return ada.on(web)
                .post()
                .uri(path)
                .bodyValue(body)
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult();
    }

    private void anHourPasses() {
        organisation.run(
                "update post set created_at = created_at - interval '1 hour' where author_id = '" + ada.id() + "'");
    }
}
