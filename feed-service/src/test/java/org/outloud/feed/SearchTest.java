package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.CommunityId;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What was said is found by its words, by those who may read it. */
@ServiceTest
@Import(Organisation.class)
class SearchTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @LocalServerPort
    int port;

    Someone ada;
    Someone bo;
    /** A word that no other test says. */
    String own;

    @BeforeEach
    void people() {
        ada = organisation.someone("ada");
        bo = organisation.someone("bo");
        own = "w" + UUID.randomUUID().toString().replace("-", "");
    }

    @Test
    void postsAndCommentsAreFoundAtOnceInWhateverFormAndLanguage() {
        String english = says(ada, "Replacing the batteries quickly " + own);
        String german = says(ada, "Wir läuteten bei den Häusern " + own);
        String french = says(ada, "Nous aimons les nouvelles machines " + own);
        String comment = replies(ada, english, "Charging them helps " + own);

        assertThat(found(bo, own + " battery")).containsExactly(english);
        assertThat(found(bo, own + " replaced")).containsExactly(english);
        assertThat(found(bo, own + " Haus")).containsExactly(german);
        assertThat(found(bo, own + " machine nouvelle")).containsExactly(french);
        assertThat(found(bo, own + " charge")).containsExactly(comment);
        assertThat(found(bo, "how to replace the battery " + own)).containsExactly(english);
        assertThat(found(bo, own)).containsExactlyInAnyOrder(english, german, french, comment);
    }

    @Test
    void phrasesExclusionsAndFiltersNarrow() {
        CommunityId community = organisation.community("open");
        organisation.member(community, ada, "member");
        String phrase = says(ada, own + " alarm limits come first #" + own + "-t");
        String apart = says(bo, own + " limits of an alarm");
        String inside = id(ada.posts(
                web,
                Map.of(
                        "kind",
                        "question",
                        "body",
                        own + " who sets it?",
                        "audience",
                        Map.of("type", "community", "communityId", community.toString()))));
        String comment = replies(bo, phrase, own + " agreed");

        assertThat(found(bo, own + " \"alarm limits\"")).containsExactly(phrase);
        assertThat(found(bo, own + " -alarms")).containsExactlyInAnyOrder(inside, comment);
        assertThat(found(bo, own + " -\"alarm limits\"")).containsExactlyInAnyOrder(apart, inside, comment);
        assertThat(found(bo, own, "author=" + ada.userName())).containsExactlyInAnyOrder(phrase, inside);
        assertThat(found(bo, own, "author=" + bo.id())).containsExactlyInAnyOrder(apart, comment);
        assertThat(found(bo, own, "community=" + community)).containsExactly(inside);
        assertThat(found(bo, own, "community=c-" + community)).containsExactly(inside);
        assertThat(found(bo, "", "tag=%23" + own.toUpperCase(Locale.ROOT) + "-T"))
                .containsExactly(phrase);
        assertThat(found(bo, own, "kind=comment")).containsExactly(comment);
        assertThat(found(bo, own, "kind=question")).containsExactly(inside);
        assertThat(found(bo, own, "from=2020-01-01&to=2020-12-31")).isEmpty();
        assertThat(found(bo, own, "from=2020-01-01")).hasSize(4);
        assertThat(found(bo, own, "to=2020-01-01")).isEmpty();
        assertThat(found(bo, own, "author=nobody-here")).isEmpty();
    }

    @Test
    void wordsAreMarkedInSafeHtml() {
        says(ada, "**Waits** <img src=x onerror=alert(1)> & " + own);

        JsonNode item = page(ada, own + " wait", "").get("items").get(0);

        assertThat(item.get("highlight").stringValue())
                .contains("<mark>Waits</mark>")
                .contains("<mark>" + own + "</mark>")
                .contains("&lt;img src=x")
                .contains("&amp;")
                .doesNotContain("<img")
                .doesNotContain("<strong>");
        assertThat(item.get("bodyHtml").stringValue()).contains("<strong>Waits</strong>");
        assertThat(item.at("/author/id").stringValue()).isEqualTo(ada.id().toString());
    }

    @Test
    void nobodyFindsWhatTheyMayNotRead() {
        CommunityId secret = organisation.community("secret");
        organisation.member(secret, ada, "member");
        Someone blocked = organisation.someone("blocked");
        organisation.follows(bo, ada, true);
        String followers =
                id(ada.posts(web, Map.of("kind", "plain", "body", own, "audience", Map.of("type", "followers"))));
        String among = id(ada.posts(
                web,
                Map.of(
                        "kind",
                        "plain",
                        "body",
                        own,
                        "audience",
                        Map.of("type", "community", "communityId", secret.toString()))));
        String named = id(ada.posts(
                web,
                Map.of(
                        "kind",
                        "plain",
                        "body",
                        own,
                        "audience",
                        Map.of("type", "people", "personIds", List.of(bo.id().toString())))));
        String everyone = says(ada, own);
        String gone = says(ada, own);
        replies(ada, gone, own);
        ada.on(web)
                .delete()
                .uri("/api/v1/posts/" + gone)
                .exchange()
                .expectStatus()
                .isNoContent();
        organisation.distance(blocked, ada, false, true);

        Someone outsider = organisation.someone("outsider");
        assertThat(found(ada, own)).containsExactlyInAnyOrder(followers, among, named, everyone);
        assertThat(found(bo, own)).containsExactlyInAnyOrder(followers, named, everyone);
        assertThat(found(outsider, own)).containsExactly(everyone);
        assertThat(found(outsider, own, "community=" + secret)).isEmpty();
        assertThat(found(blocked, own)).isEmpty();
        assertThat(found(blocked, own, "author=" + ada.userName())).isEmpty();
    }

    @Test
    void whatWeighsMoreAndIsNewerComesFirstAndPagesNeitherRepeatNorSkip() {
        String old = says(ada, own + " " + own);
        String oldAndThin = says(ada, own + " " + "something else ".repeat(200));
        organisation.run("update post set created_at = now() - interval '3 years' where id in ('" + old + "', '"
                + oldAndThin + "')");
        List<String> newest = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            newest.add(says(ada, own + " number " + i));
        }

        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = page(bo, own, "limit=2" + cursor);
            page.get("items").forEach(item -> read.add(item.get("id").stringValue()));
            says(ada, own + " while somebody reads");
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").stringValue();
        } while (!cursor.isEmpty());

        assertThat(read).doesNotHaveDuplicates().containsAll(newest).endsWith(old, oldAndThin);
    }

    @Test
    void scrubbedAndChangedWordsAreFoundAsTheyAreNow() {
        String id = says(ada, own);
        organisation.run("update post set body = 'another" + own + "' where id = '" + id + "'");

        assertThat(found(bo, own)).isEmpty();
        assertThat(found(bo, "another" + own)).containsExactly(id);
    }

    @Test
    void badInputIsNamed() {
        record Bad(String query, String field, String code) {}
        for (Bad bad : List.of(
                new Bad("", "q", "required"),
                new Bad("q=%21%21", "q", "required"),
                new Bad("q=-only", "q", "required"),
                new Bad("q=" + "x".repeat(201), "q", "too-long"),
                new Bad("q=a%00b", "q", "bad-character"),
                new Bad("q=a&kind=sermon", "kind", "unknown-value"),
                new Bad("q=a&from=yesterday", "from", "bad-date"),
                new Bad("q=a&to=2026-13-01", "to", "bad-date"),
                new Bad("q=a&to=%2B12345-01-01T00:00:00Z", "to", "out-of-range"),
                new Bad("q=a&from=2026-02-01&to=2026-01-01", "to", "before-from"),
                new Bad("q=a&limit=0", "limit", "out-of-range"),
                new Bad("q=a&cursor=nonsense", "cursor", "bad-cursor"))) {
            JsonNode problem = ada.on(web)
                    .get()
                    .uri(URI.create("http://localhost:" + port + "/api/v1/search?" + bad.query()))
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody(JsonNode.class)
                    .returnResult()
                    .getResponseBody();
            assertThat(problem).as(bad.query()).isNotNull();
            assertThat(problem.at("/errors/0/field").stringValue())
                    .as(bad.query())
                    .isEqualTo(bad.field());
            assertThat(problem.at("/errors/0/code").stringValue())
                    .as(bad.query())
                    .isEqualTo(bad.code());
        }
    }

    private String says(Someone author, String words) {
        return id(author.posts(web, Map.of("kind", "plain", "body", words)));
    }

    private String replies(Someone author, String post, String words) {
        JsonNode comment = author.on(web)
                .post()
                .uri("/api/v1/posts/" + post + "/comments")
                .bodyValue(Map.of("body", words))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return id(Objects.requireNonNull(comment));
    }

    private List<String> found(Someone reader, String q) {
        return found(reader, q, "");
    }

    private List<String> found(Someone reader, String q, String narrowed) {
        List<String> ids = new ArrayList<>();
        page(reader, q, narrowed).get("items").forEach(item -> ids.add(id(item)));
        return ids;
    }

    private JsonNode page(Someone reader, String q, String narrowed) {
        String query = "q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&" + narrowed;
        JsonNode page = reader.on(web)
                .get()
                .uri(URI.create("http://localhost:" + port + "/api/v1/search?" + query))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(page);
    }

    private static String id(JsonNode post) {
        return post.get("id").stringValue();
    }
}
