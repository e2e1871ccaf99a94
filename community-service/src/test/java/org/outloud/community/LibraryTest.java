package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.community.Someone.Answer;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.PostDeleted;
import org.outloud.contracts.event.PostPublished;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** A community keeps what it knows, with everybody who wrote it, and for those only who may read what is said there. */
@ServiceTest
@Import(Organisation.class)
class LibraryTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    Someone steward;
    Someone ada;
    Someone bo;
    Someone outsider;
    String closed;

    @BeforeEach
    void people() {
        steward = organisation.someone(web, "steward");
        ada = organisation.someone(web, "ada");
        bo = organisation.someone(web, "bo");
        outsider = organisation.someone(web, "outsider");
        closed = steward.founds("Closed", "closed");
        steward.gives(closed, ada, "member");
        steward.gives(closed, bo, "follower");
    }

    @Test
    void aPageIsWrittenByManyAndEveryVersionOfItStays() {
        Answer made = page(ada, "Alarms", "First **steps** @" + steward.userName());
        assertThat(made.status()).isEqualTo(201);
        String entry = made.header("Location");
        assertThat(made.text("/bodyHtml")).contains("<strong>steps</strong>", "/people/" + steward.id());

        Answer edited = steward.patch(entry, Map.of("body", "Second steps"), Map.of("If-Match", "\"1\""));
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.body().get("version").intValue()).isEqualTo(2);
        assertThat(ada.patch(entry, Map.of("body", "Too late"), Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        ada.patch(entry, Map.of("title", "Alarms at night"));
        ada.patch(entry, Map.of("title", "Alarms at night"));

        JsonNode read = ada.get(entry).body();
        assertThat(read.get("title").stringValue()).isEqualTo("Alarms at night");
        assertThat(read.get("version").intValue()).isEqualTo(3);
        assertThat(read.at("/authors/0/person/userName").stringValue()).isEqualTo(ada.userName());
        assertThat(read.at("/authors/0/edits").intValue()).isEqualTo(2);
        assertThat(read.at("/authors/1/person/userName").stringValue()).isEqualTo(steward.userName());
        JsonNode history = ada.get(entry + "/history").body().get("items");
        assertThat(history.valueStream().map(version -> version.get("body").stringValue()))
                .containsExactly("Second steps", "Second steps", "First **steps** @" + steward.userName());
        assertThat(history.at("/1/editor/userName").stringValue()).isEqualTo(steward.userName());
    }

    @Test
    void onlyThoseReadItWhoMayReadWhatIsSaidThere() {
        String entry = page(ada, "Alarms", "Hush").header("Location");
        String library = closed + "/library";
        for (Someone one : List.of(bo, outsider)) {
            for (String path : List.of(library, entry, entry + "/history")) {
                assertThat(one.get(path).status()).as(path).isEqualTo(403);
            }
        }
        String secret = steward.founds("Secret", "secret");
        String hidden = steward.post(secret + "/library", Map.of("title", "x", "body", "x"))
                .header("Location");
        for (String path : List.of(secret + "/library", hidden, hidden + "/history")) {
            assertThat(ada.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(ada.get(library + "/" + id(hidden)).status()).isEqualTo(404);
        assertThat(ada.patch(library + "/" + id(hidden), Map.of("title", "y")).status())
                .isEqualTo(404);

        String open = steward.founds("Open", "open");
        steward.post(open + "/library", Map.of("title", "For all", "body", "x"));
        assertThat(outsider.get(open + "/library").body().get("items")).hasSize(1);
        assertThat(outsider.post(open + "/library", Map.of("title", "x", "body", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsTakenOutIsPutBackByThoseWhoMay() {
        String entry = page(ada, "Alarms", "Hush").header("Location");
        Someone carla = organisation.someone(web, "carla");
        steward.gives(closed, carla, "member");
        assertThat(carla.delete(entry).status()).isEqualTo(403);
        assertThat(ada.delete(entry).status()).isEqualTo(204);
        assertThat(ada.get(entry).status()).isEqualTo(404);
        assertThat(ada.get(closed + "/library").body().get("items")).isEmpty();
        assertThat(ada.patch(entry, Map.of("title", "x")).status()).isEqualTo(404);

        assertThat(steward.post(entry + "/restore", Map.of()).status()).isEqualTo(200);

        assertThat(ada.get(entry).text("/title")).isEqualTo("Alarms");
    }

    @Test
    void aPostOfTheCommunityIsKeptOnceByItsIdentifier() {
        UUID post = said(closed);
        Map<String, Object> keep =
                Map.of("kind", "post", "title", "Worth keeping", "body", "Why it matters", "postId", post.toString());

        Answer kept = ada.post(closed + "/library", keep);
        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.text("/postId")).isEqualTo(post.toString());
        Answer again = ada.post(closed + "/library", keep);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/type")).isEqualTo("/problems/kept-already");

        ada.delete(kept.header("Location"));
        assertThat(ada.post(closed + "/library", keep).status()).isEqualTo(201);
        assertThat(ada.post(kept.header("Location") + "/restore", Map.of()).status())
                .isEqualTo(409);
        topics.publish(new PostDeleted(new PostId(post), 2, ada.id(), new PostId(post), Instant.now()));
        awaitTitles(List.of());
        topics.publish(told(post, 3, closed));
        awaitTitles(List.of("Worth keeping"));
        Answer elsewhere = ada.post(
                closed + "/library",
                Map.of(
                        "kind",
                        "post",
                        "title",
                        "x",
                        "postId",
                        said(steward.founds("Other", "open")).toString()));
        assertThat(elsewhere.text("/errors/0/field")).isEqualTo("postId");
    }

    @Test
    void itIsFoundByWordsAndReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            page(ada, "Page " + i, i % 2 == 0 ? "Überwachung of alarms" : "Lunch");
        }
        assertThat(titles(ada.get(closed + "/library?q=alarm+%C3%BCberw")))
                .containsExactly("Page 4", "Page 2", "Page 0");
        Answer first = ada.get(closed + "/library?limit=3");
        assertThat(titles(first)).containsExactly("Page 4", "Page 3", "Page 2");
        assertThat(first.body().at("/items/0/body").isNull()).isTrue();
        assertThat(titles(ada.get(closed + "/library?limit=3&cursor=" + first.text("/next"))))
                .containsExactly("Page 1", "Page 0");
    }

    @Test
    void whatCannotBeKeptIsRefusedByItsField() {
        record Bad(Map<String, String> entry, String field) {}
        for (Bad bad : List.of(
                new Bad(Map.of("title", "Empty"), "body"),
                new Bad(Map.of("title", " ", "body", "x"), "title"),
                new Bad(Map.of("kind", "link", "title", "x"), "url"),
                new Bad(Map.of("kind", "link", "title", "x", "url", "javascript:alert(1)"), "url"),
                new Bad(Map.of("title", "x", "body", "x", "url", "https://a.example"), "url"),
                new Bad(Map.of("kind", "post", "title", "x"), "postId"),
                new Bad(Map.of("kind", "sermon", "title", "x"), "kind"),
                new Bad(Map.of("title", "x", "body", "x".repeat(50_001)), "body"))) {
            Answer refused = ada.post(closed + "/library", bad.entry());
            assertThat(refused.status()).as(bad.toString()).isEqualTo(400);
            assertThat(refused.text("/errors/0/field")).as(bad.toString()).isEqualTo(bad.field());
        }
        assertThat(page(ada, "Script", "<script>alert(1)</script>").text("/bodyHtml"))
                .doesNotContain("<script");
    }

    @Test
    void mergingKeepsEveryPage() {
        String other = steward.founds("Other", "closed");
        UUID post = said(closed);
        Map<String, Object> keep = Map.of("kind", "post", "title", "Kept", "postId", post.toString());
        ada.post(closed + "/library", keep);
        page(ada, "Alarms", "Hush");

        assertThat(steward.post(closed + "/merge", Map.of("into", id(other))).status())
                .isEqualTo(204);

        assertThat(titles(ada.get(other + "/library"))).containsExactly("Alarms", "Kept");
        assertThat(ada.post(other + "/library", Map.of("title", "More", "body", "x"))
                        .status())
                .isEqualTo(201);
    }

    private Answer page(Someone by, String title, String body) {
        return by.post(closed + "/library", Map.of("title", title, "body", body));
    }

    /** A post in a community, told as the feed service tells it. */
    private UUID said(String community) {
        UUID post = PostId.next().value();
        topics.publish(told(post, 1, community));
        Awaitility.await()
                .until(() -> organisation.count(
                                "select count(*) from community_post where post_id = :post", Map.of("post", post))
                        == 1);
        return post;
    }

    private PostPublished told(UUID post, long version, String community) {
        return new PostPublished(
                new PostId(post),
                version,
                "plain",
                ada.id(),
                new PostId(post),
                null,
                "community",
                new CommunityId(UUID.fromString(id(community))),
                List.of(),
                "Something",
                null,
                null,
                null,
                List.of(),
                List.of(),
                Instant.now(),
                false);
    }

    private void awaitTitles(List<String> expected) {
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(titles(ada.get(closed + "/library"))).isEqualTo(expected));
    }

    private static List<String> titles(Answer list) {
        return list.body()
                .get("items")
                .valueStream()
                .map(entry -> entry.get("title").stringValue())
                .toList();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
