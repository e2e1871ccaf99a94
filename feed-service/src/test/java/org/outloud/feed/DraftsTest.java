package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What somebody writes is safe before it is posted, and nobody else's business. */
@ServiceTest
@Import(Organisation.class)
class DraftsTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    Someone ada;
    Someone bo;

    @BeforeEach
    void people() {
        ada = organisation.someone("ada");
        bo = organisation.someone("bo");
    }

    @Test
    void aDraftIsFoundAgainAsItWasTyped() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        keep(ada, first, Map.of("kind", "working-out-loud", "doing", "  Half a sent"), null);
        keep(
                ada,
                second,
                Map.of("kind", "question", "title", "Who knows", "audience", Map.of("type", "followers")),
                null);
        keep(ada, first, Map.of("kind", "working-out-loud", "doing", "  Half a sentence"), "\"1\"");

        JsonNode drafts = ada.gets(web, "/api/v1/drafts").get("items");

        assertThat(drafts).hasSize(2);
        assertThat(drafts.get(0).get("id").stringValue()).isEqualTo(first.toString());
        assertThat(drafts.get(0).get("version").longValue()).isEqualTo(2);
        assertThat(drafts.at("/0/content/doing").stringValue()).isEqualTo("  Half a sentence");
        assertThat(drafts.at("/1/content/audience/type").stringValue()).isEqualTo("followers");
    }

    @Test
    void nobodyElseSeesChangesOrDiscardsIt() {
        UUID id = UUID.randomUUID();
        keep(ada, id, Map.of("body", "Mine"), null);

        keep(bo, id, Map.of("body", "Bo's own, under the same id"), null);
        discard(bo, id);

        assertThat(bo.gets(web, "/api/v1/drafts").get("items")).isEmpty();
        assertThat(ada.gets(web, "/api/v1/drafts").at("/items/0/content/body").stringValue())
                .isEqualTo("Mine");
        assertThat(web.get()
                        .uri("/api/v1/drafts")
                        .exchange()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getStatus()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void whatWasWrittenElsewhereMeanwhileIsNotOverwrittenAndWhatWasPostedDoesNotComeBack() {
        UUID id = UUID.randomUUID();
        keep(ada, id, Map.of("body", "At the desk"), null);
        keep(ada, id, Map.of("body", "On the phone"), "\"1\"");

        assertThat(keep(ada, id, Map.of("body", "At the desk again"), "\"1\"")
                        .getStatus()
                        .value())
                .isEqualTo(412);
        assertThat(ada.gets(web, "/api/v1/drafts").at("/items/0/content/body").stringValue())
                .isEqualTo("On the phone");
        discard(ada, id);
        assertThat(keep(ada, id, Map.of("body", "Late"), "\"2\"").getStatus().value())
                .isEqualTo(412);
        assertThat(ada.gets(web, "/api/v1/drafts").get("items")).isEmpty();
    }

    @Test
    void tooManyAndTooLongAreRefusedByName() {
        for (int i = 0; i < 50; i++) {
            keep(ada, UUID.randomUUID(), Map.of("body", "Draft " + i), null);
        }
        EntityExchangeResult<JsonNode> surplus = keep(ada, UUID.randomUUID(), Map.of("body", "One more"), null);
        EntityExchangeResult<JsonNode> long1 = keep(bo, UUID.randomUUID(), Map.of("title", "x".repeat(1_001)), null);

        assertThat(surplus.getStatus().value()).isEqualTo(400);
        assertThat(problem(surplus).at("/errors/0/code").stringValue()).isEqualTo("too-many");
        assertThat(problem(long1).at("/errors/0/field").stringValue()).isEqualTo("title");
        assertThat(ada.gets(web, "/api/v1/drafts").get("items")).hasSize(50);
    }

    private EntityExchangeResult<JsonNode> keep(
            Someone person, UUID id, Map<String, ?> text, @Nullable String version) {
        return person.on(web)
                .put()
                .uri("/api/v1/drafts/" + id)
                .headers(headers -> {
                    if (version != null) {
                        headers.set(HttpHeaders.IF_MATCH, version);
                    }
                })
                .bodyValue(text)
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult();
    }

    private void discard(Someone person, UUID id) {
        person.on(web)
                .delete()
                .uri("/api/v1/drafts/" + id)
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private static JsonNode problem(EntityExchangeResult<JsonNode> answer) {
        return Objects.requireNonNull(answer.getResponseBody());
    }
}
