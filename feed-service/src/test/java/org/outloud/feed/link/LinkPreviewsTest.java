package org.outloud.feed.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.outloud.feed.Organisation;
import org.outloud.feed.Organisation.Someone;
import org.outloud.feed.Stream;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(Organisation.class)
class LinkPreviewsTest {

    private static final Pages PAGES = new Pages();

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void thisMachineMayBeAsked(DynamicPropertyRegistry registry) {
        registry.add("outloud.link-previews.hosts", () -> "localhost:" + PAGES.port());
        registry.add("outloud.link-previews.patience", () -> "30s");
    }

    @AfterAll
    static void close() {
        PAGES.close();
    }

    @Test
    void whatTheLinkedPageSaysIsShownAfterwardsToReadersAndOnOpenPagesUntilItsAuthorTakesItOff() {
        Someone ada = organisation.someone("ada");
        Someone bo = organisation.someone("bo");
        organisation.follows(bo, ada, true);
        try (Stream open = Stream.open(port, bo, null)) {
            String post = id(ada.posts(
                    web,
                    Map.of(
                            "kind",
                            "plain",
                            "body",
                            "Read [this](" + PAGES.at("/page") + "#part) and " + PAGES.at("/bare"))));

            open.await("edit", "The Wiki");

            JsonNode read = bo.gets(web, "/api/v1/posts/" + post);
            assertThat(read.at("/preview/title").stringValue()).isEqualTo("How we <b>learn</b> \u00e4loud");
            assertThat(read.at("/preview/url").stringValue()).isEqualTo(PAGES.at("/page"));
            assertThat(bo.gets(web, "/api/v1/feeds/home")
                            .at("/items/0/preview/site")
                            .stringValue())
                    .isEqualTo("The Wiki");
            assertThat(removes(bo, post)).isEqualTo(404);

            assertThat(removes(ada, post)).isEqualTo(204);

            assertThat(bo.gets(web, "/api/v1/posts/" + post).get("preview").isNull())
                    .isTrue();
            edits(ada, post, "Better words for " + PAGES.at("/page"));
            assertThat(bo.gets(web, "/api/v1/posts/" + post).get("preview").isNull())
                    .isTrue();
            edits(ada, post, "Rather " + PAGES.at("/bare"));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> bo.gets(web, "/api/v1/posts/" + post)
                            .at("/preview/title")
                            .asString("")
                            .equals("Only a title"));
        }
    }

    @Test
    void onePageIsAskedOnceForAllThatLinkToItAndAPostWithoutALinkForNone() {
        Someone ada = organisation.someone("ada");
        String first = id(ada.posts(web, Map.of("kind", "plain", "body", PAGES.at("/latin"))));
        shows(ada, first);
        String second = id(ada.posts(web, "/api/v1/posts/" + first + "/comments", Map.of("body", PAGES.at("/latin"))));
        shows(ada, second);
        String none =
                id(ada.posts(web, Map.of("kind", "plain", "body", "Not a link: example.org, `http://localhost/`")));

        assertThat(ada.gets(web, "/api/v1/posts/" + none).get("preview").isNull())
                .isTrue();
        assertThat(PAGES.asked().stream().filter("/latin"::equals)).hasSize(1);
        assertThat(organisation.text("select count(*)::text from post where id = '" + none + "' and link is null"))
                .isEqualTo("1");
    }

    @Test
    void aPageThatMayNotBeAskedIsRememberedAsNone() {
        Someone ada = organisation.someone("ada");
        String url = "http://127.0.0.1:" + PAGES.port() + "/page";
        String post = id(ada.posts(web, Map.of("kind", "plain", "body", url)));

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> organisation
                        .text("select state from link_preview where url = '" + url + "'")
                        .equals("none"));
        assertThat(ada.gets(web, "/api/v1/posts/" + post).get("preview").isNull())
                .isTrue();
    }

    private void shows(Someone reader, String post) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !reader.gets(web, "/api/v1/posts/" + post)
                        .get("preview")
                        .isNull());
    }

    private void edits(Someone author, String post, String body) {
        author.on(web)
                .patch()
                .uri("/api/v1/posts/" + post)
                .bodyValue(Map.of("body", body))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private int removes(Someone caller, String post) {
        return caller.on(web)
                .delete()
                .uri("/api/v1/posts/" + post + "/preview")
                .exchange()
                .expectBody(byte[].class)
                .returnResult()
                .getStatus()
                .value();
    }

    private static String id(JsonNode post) {
        return post.get("id").stringValue();
    }
}
