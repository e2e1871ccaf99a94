package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.CommunityId;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(Organisation.class)
class SavedTest {

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
    void whatWasSavedLastComesFirstWithItsFolderAndNoteForItsOwnerOnly() {
        String first = says(Map.of("kind", "plain", "body", "one"));
        String second = says(Map.of("kind", "plain", "body", "two"));
        saves(bo, second, Map.of("folder", " Reading ", "note", "For Monday")).isOk();
        saves(bo, first, null).isOk();

        JsonNode items = bo.gets(web, "/api/v1/feeds/saved").get("items");

        assertThat(ids(items)).containsExactly(first, second);
        assertThat(items.get(1).at("/saved/folder").stringValue()).isEqualTo("Reading");
        assertThat(items.get(1).at("/saved/note").stringValue()).isEqualTo("For Monday");
        assertThat(items.get(0).at("/saved/folder").isNull()).isTrue();
        assertThat(items.get(0).at("/mine/saved").booleanValue()).isTrue();
        assertThat(ada.gets(web, "/api/v1/feeds/saved").get("items")).isEmpty();
        assertThat(ada.gets(web, "/api/v1/posts/" + second).at("/mine/saved").booleanValue())
                .isFalse();
        assertThat(ada.status(web, "/api/v1/posts/" + second + "/saved")).isEqualTo(404);
    }

    @Test
    void savingAgainMovesItAndKeepsItsPlace() {
        String first = says(Map.of("kind", "plain", "body", "one"));
        String second = says(Map.of("kind", "plain", "body", "two"));
        saves(bo, first, Map.of("note", "Why")).isOk();
        saves(bo, second, null).isOk();
        saves(bo, first, Map.of("folder", "Later")).isOk();

        JsonNode items = bo.gets(web, "/api/v1/feeds/saved").get("items");
        assertThat(ids(items)).containsExactly(second, first);
        assertThat(items.get(1).at("/saved/note").isNull()).isTrue();

        bo.on(web)
                .delete()
                .uri("/api/v1/posts/" + first + "/saved")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(ids(bo.gets(web, "/api/v1/feeds/saved").get("items"))).containsExactly(second);
    }

    @Test
    void foldersAndWordsNarrowTheList() {
        String loose = says(Map.of("kind", "plain", "body", "loose"));
        String filed = says(Map.of("kind", "working-out-loud", "learned", "Percent 100% _signs_"));
        saves(bo, loose, Map.of("note", "Ask Carla")).isOk();
        saves(bo, filed, Map.of("folder", "Reading & more")).isOk();

        assertThat(saved("?folder={folder}", "Reading & more")).containsExactly(filed);
        assertThat(saved("?folder=")).containsExactly(loose);
        assertThat(saved("?folder=nothing")).isEmpty();
        assertThat(saved("?q=carla")).containsExactly(loose);
        assertThat(saved("?q={words}", "100% _SIGNS")).containsExactly(filed);
        assertThat(saved("?q={words}", "%")).containsExactly(filed);
        JsonNode folders = bo.gets(web, "/api/v1/feeds/saved/folders").get("items");
        assertThat(folders).hasSize(2);
        assertThat(folders.get(0).get("folder").stringValue()).isEmpty();
        assertThat(folders.get(1).get("folder").stringValue()).isEqualTo("Reading & more");
        assertThat(folders.get(1).get("posts").intValue()).isEqualTo(1);
    }

    @Test
    void whatMayNoLongerBeReadIsNotThereAndComesBackWithTheRight() {
        CommunityId closed = organisation.community("closed");
        organisation.member(closed, ada, "member");
        organisation.member(closed, bo, "member");
        String post = says(Map.of(
                "kind", "plain",
                "body", "among us",
                "audience", Map.of("type", "community", "communityId", closed.toString())));
        saves(bo, post, Map.of("folder", "Ours")).isOk();

        organisation.member(closed, bo, null);

        assertThat(saved("")).isEmpty();
        assertThat(bo.gets(web, "/api/v1/feeds/saved/folders").get("items")).isEmpty();
        assertThat(bo.status(web, "/api/v1/posts/" + post + "/saved")).isEqualTo(404);
        saves(bo, post, null).isNotFound();
        organisation.member(closed, bo, "member");
        assertThat(saved("")).containsExactly(post);
    }

    @Test
    void pagesNeitherRepeatNorSkip() {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            String post = says(Map.of("kind", "plain", "body", "post " + i));
            saves(bo, post, null).isOk();
            kept.add(0, post);
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = bo.gets(web, "/api/v1/feeds/saved?limit=3" + cursor);
            read.addAll(ids(page.get("items")));
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").stringValue();
        }
        assertThat(read).containsExactlyElementsOf(kept);
    }

    @Test
    void commentsAndWhatIsTooLongAreNotSaved() {
        String post = says(Map.of("kind", "plain", "body", "one"));
        JsonNode comment = bo.on(web)
                .post()
                .uri("/api/v1/posts/" + post + "/comments")
                .bodyValue(Map.of("body", "a word"))
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();

        saves(bo, java.util.Objects.requireNonNull(comment).get("id").stringValue(), null)
                .isBadRequest();
        saves(bo, post, Map.of("folder", "x".repeat(61))).isBadRequest();
        saves(bo, post, Map.of("note", "x".repeat(1_001))).isBadRequest();
        assertThat(saved("")).isEmpty();
        assertThat(bo.status(web, "/api/v1/feeds/saved?q=" + "x".repeat(201))).isEqualTo(400);
    }

    private String says(Map<String, ?> post) {
        return ada.posts(web, post).get("id").stringValue();
    }

    private StatusAssertions saves(Someone person, String post, @Nullable Map<String, String> how) {
        WebTestClient.RequestBodySpec request = person.on(web).put().uri("/api/v1/posts/" + post + "/saved");
        if (how != null) {
            request.bodyValue(how);
        }
        return request.exchange().expectStatus();
    }

    private List<String> saved(String query, Object... values) {
        JsonNode page = bo.on(web)
                .get()
                .uri("/api/v1/feeds/saved" + query, values)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return ids(java.util.Objects.requireNonNull(page).get("items"));
    }

    private static List<String> ids(JsonNode items) {
        List<String> ids = new ArrayList<>();
        items.forEach(item -> ids.add(item.get("id").stringValue()));
        return ids;
    }
}
