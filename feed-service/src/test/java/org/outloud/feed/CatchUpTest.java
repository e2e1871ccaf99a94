package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.CommunityId;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Whoever comes back finds what waits for them, thread by thread, and an end. */
@ServiceTest
@Import(Organisation.class)
class CatchUpTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    Someone ada;
    Someone bo;
    Someone carla;

    @BeforeEach
    void people() {
        ada = organisation.someone("ada");
        bo = organisation.someone("bo");
        carla = organisation.someone("carla");
    }

    @Test
    void whatWaitsComesFirstThenWhereOneTakesPartThenWhatOthersThankedFor() {
        CommunityId community = organisation.community("open");
        organisation.member(community, ada, "member");
        organisation.member(community, bo, "member");
        String inCommunity = says(bo, Map.of("type", "community", "communityId", community.toString()), "I learned");
        thanks(carla, inCommunity);
        says(bo, Map.of("type", "community", "communityId", community.toString()), "nobody thanked for this");
        String theirs = says(bo, everyone(), "A thread of others");
        replies(ada, theirs, "I take part");
        replies(carla, theirs, "so do I");
        String last = replies(bo, theirs, "and I");
        String mine = id(ada.posts(web, Map.of("kind", "question", "body", "Who knows?")));
        String answer = replies(bo, mine, "I do");
        String naming = says(bo, everyone(), "Ask @" + ada.userName());

        JsonNode news = ada.gets(web, "/api/v1/catch-up");

        assertThat(ids(news)).containsExactly(naming, mine, theirs, inCommunity);
        assertThat(reasons(news)).containsExactly("mention 1", "my-thread 1", "thread 2", "thanked 1");
        assertThat(news.at("/items/0/latest").isNull()).isTrue();
        assertThat(news.at("/items/1/latest/id").stringValue()).isEqualTo(answer);
        assertThat(news.at("/items/2/latest/id").stringValue()).isEqualTo(last);
        assertThat(ids(ada.gets(web, "/api/v1/catch-up?limit=2"))).containsExactly(naming, mine);
        assertThat(ada.gets(web, "/api/v1/catch-up?limit=2").get("more").booleanValue())
                .isTrue();
    }

    @Test
    void whatIsDoneIsGoneUntilSomethingNewIsSaidThere() {
        String one = says(bo, everyone(), "First @" + ada.userName());
        String two = says(bo, everyone(), "Second @" + ada.userName());
        JsonNode news = ada.gets(web, "/api/v1/catch-up");
        String until = news.get("until").stringValue();
        assertThat(ids(news)).containsExactly(two, one);

        finished(ada, "/api/v1/catch-up/" + one, until, 204);
        assertThat(ids(ada.gets(web, "/api/v1/catch-up"))).containsExactly(two);
        replies(bo, one, "@" + ada.userName() + " again");
        assertThat(ids(ada.gets(web, "/api/v1/catch-up"))).containsExactly(one, two);

        finished(ada, "/api/v1/catch-up", Instant.now().toString(), 204);
        assertThat(ids(ada.gets(web, "/api/v1/catch-up"))).isEmpty();
        finished(ada, "/api/v1/catch-up", until, 204);
        assertThat(ids(ada.gets(web, "/api/v1/catch-up")))
                .as("being done never goes back")
                .isEmpty();
        String three = says(bo, everyone(), "Third @" + ada.userName());
        assertThat(ids(ada.gets(web, "/api/v1/catch-up"))).containsExactly(three);
        assertThat(organisation.text("select count(*)::text from caught_up where person_id = '" + ada.id() + "'"))
                .as("one mark for all of it")
                .isEqualTo("1");
    }

    @Test
    void nothingIsThereOfWhatMayNotBeReadOrIsNotWanted() {
        organisation.follows(ada, bo, true);
        CommunityId secret = organisation.community("secret");
        organisation.member(secret, bo, "member");
        says(bo, Map.of("type", "community", "communityId", secret.toString()), "Secret @" + ada.userName());
        String gone = says(bo, everyone(), "Gone @" + ada.userName());
        bo.on(web)
                .delete()
                .uri("/api/v1/posts/" + gone)
                .exchange()
                .expectStatus()
                .isNoContent();
        String heard = says(bo, everyone(), "Heard @" + ada.userName());
        says(ada, everyone(), "My own words @" + ada.userName());
        assertThat(ids(ada.gets(web, "/api/v1/catch-up"))).containsExactly(heard);

        organisation.distance(ada, bo, true, false);
        assertThat(ids(ada.gets(web, "/api/v1/catch-up"))).isEmpty();
        organisation.distance(ada, bo, false, false);
        assertThat(ids(ada.gets(web, "/api/v1/catch-up"))).containsExactly(heard);
        organisation.distance(bo, ada, false, true);
        assertThat(ids(ada.gets(web, "/api/v1/catch-up"))).isEmpty();
    }

    @Test
    void badInputIsNamed() {
        finished(ada, "/api/v1/catch-up", null, 400);
        finished(ada, "/api/v1/catch-up", "9999-01-01T00:00:00Z", 400);
        finished(ada, "/api/v1/catch-up", "yesterday", 400);
        finished(ada, "/api/v1/catch-up/" + ada.id(), "2026-01-01T00:00:00Z", 404);
        assertThat(ada.status(web, "/api/v1/catch-up?limit=0")).isEqualTo(400);
    }

    private void finished(Someone person, String path, @Nullable String until, int status) {
        person.on(web)
                .put()
                .uri(path)
                .bodyValue(until == null ? Map.of() : Map.of("until", until))
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    private static Map<String, ?> everyone() {
        return Map.of("type", "everyone");
    }

    private String says(Someone author, Map<String, ?> audience, String words) {
        return id(author.posts(web, Map.of("kind", "plain", "body", words, "audience", audience)));
    }

    private void thanks(Someone giver, String post) {
        giver.on(web)
                .put()
                .uri("/api/v1/posts/" + post + "/reactions/taught")
                .exchange()
                .expectStatus()
                .isOk();
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

    private static List<String> ids(JsonNode news) {
        return StreamSupport.stream(news.get("items").spliterator(), false)
                .map(item -> id(item.get("post")))
                .toList();
    }

    private static List<String> reasons(JsonNode news) {
        return StreamSupport.stream(news.get("items").spliterator(), false)
                .map(item -> item.at("/reason/kind").stringValue() + " "
                        + item.at("/reason/count").intValue())
                .toList();
    }

    private static String id(JsonNode post) {
        return post.get("id").stringValue();
    }
}
