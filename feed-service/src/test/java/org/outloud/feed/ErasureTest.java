package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.event.ErasureConfirmed;
import org.outloud.contracts.event.PersonErased;
import org.outloud.contracts.event.PostPublished;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.security.Subjects;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.platform.testing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** A person is forgotten; what they wrote stays, and others' words keep their sense. */
@ServiceTest
@Import(Organisation.class)
class ErasureTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    @Test
    void wordsStayUnderAPseudonymAndNoTableNamesThePerson() {
        Someone gone = organisation.someone("gone");
        Someone bo = organisation.someone("bo");
        CommunityId community = organisation.community("open");
        organisation.member(community, gone, "member");
        organisation.follows(gone, bo, true);
        organisation.follows(bo, gone, true);
        String own = id(gone.posts(web, Map.of("kind", "plain", "body", "What I learned")));
        String taken = id(gone.posts(web, Map.of("kind", "plain", "body", "Taken back by " + gone.userName())));
        gone.on(web)
                .delete()
                .uri("/api/v1/posts/" + taken)
                .exchange()
                .expectStatus()
                .isNoContent();
        String about = id(bo.posts(
                web,
                Map.of(
                        "kind",
                        "working-out-loud",
                        "learned",
                        "Thank you, @" + gone.userName() + " and @" + bo.userName() + ": " + gone.userName()
                                + " knew #how")));
        Map<String, String> kept = Map.of("folder", gone.userName(), "note", "@" + gone.userName() + " told me");
        for (Someone one : List.of(gone, bo)) {
            one.on(web)
                    .put()
                    .uri("/api/v1/posts/" + about + "/saved")
                    .bodyValue(kept)
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
        bo.on(web)
                .patch()
                .uri("/api/v1/posts/" + about)
                .bodyValue(
                        Map.of("learned", "Thank you, @" + gone.userName() + " and @" + bo.userName() + " knew #how"))
                .exchange()
                .expectStatus()
                .isOk();

        for (Someone one : List.of(gone, bo)) {
            one.on(web)
                    .put()
                    .uri("/api/v1/drafts/" + UUID.randomUUID())
                    .bodyValue(Map.of("doing", "To ask @" + gone.userName()))
                    .exchange()
                    .expectStatus()
                    .isOk();
        }

        UUID erasure = UUID.randomUUID();
        topics.publish(new PersonErased(
                gone.id(),
                1_000_000,
                Subjects.sealed(Tokens.subjectOf(gone.userName())),
                "former-" + erasure.toString().substring(24),
                "Former colleague",
                erasure,
                Instant.now()));
        topics.await(ErasureConfirmed.class, erasure + "/feed-service", 1);

        assertThat(bo.gets(web, "/api/v1/posts/" + about + "/saved").get("note").stringValue())
                .matches("@former-[0-9a-f]+ told me");
        assertThat(organisation.text("select count(*)::text from saved_post where person_id = '" + gone.id() + "'"))
                .isEqualTo("0");
        assertThat(bo.gets(web, "/api/v1/drafts").at("/items/0/content/doing").stringValue())
                .matches("To ask @former-[0-9a-f]+");
        JsonNode post = bo.gets(web, "/api/v1/posts/" + own);
        assertThat(post.get("body").stringValue()).isEqualTo("What I learned");
        assertThat(post.at("/author/displayName").stringValue()).isEqualTo("Former colleague");
        JsonNode said = bo.gets(web, "/api/v1/posts/" + about);
        assertThat(said.get("learned").stringValue())
                .startsWith("Thank you, @former-")
                .contains("@" + bo.userName())
                .endsWith(" knew #how");
        assertThat(said.get("learnedHtml").stringValue())
                .contains("/people/" + gone.id())
                .contains("/people/" + bo.id());
        for (String table : tables()) {
            assertThat(organisation.text("select count(*)::text from " + table + " t where lower(t::text) like '%"
                            + gone.userName() + "%'"))
                    .as(table)
                    .isEqualTo("0");
        }
        List<PostPublished> told = topics.await(PostPublished.class, about, 3);
        assertThat(told.get(2).version()).isEqualTo(3);
        assertThat(told.get(2).imported()).isTrue();
        assertThat(told.get(2).learned()).doesNotContain(gone.userName());
        assertThat(bo.gets(web, "/api/v1/posts/" + about + "/history").get("items"))
                .hasSize(2);
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> gone.status(web, "/api/v1/feeds/home") == 403);
    }

    private List<String> tables() {
        return List.of(organisation
                .text("select string_agg(quote_ident(tablename), ',') from pg_tables where schemaname = 'public'")
                .split(","));
    }

    private static String id(JsonNode post) {
        return post.get("id").stringValue();
    }
}
