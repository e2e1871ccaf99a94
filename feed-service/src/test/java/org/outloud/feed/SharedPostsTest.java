package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Texts that were made for one reader serve the next one, and never an older state than what is there. */
@ServiceTest
@Import(Organisation.class)
class SharedPostsTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    Someone author;
    Someone reader;
    Someone other;
    String post;

    @BeforeEach
    void somethingThatWasRead() {
        author = organisation.someone("author");
        reader = organisation.someone("reader");
        other = organisation.someone("other");
        post = author.posts(web, Map.of("kind", "plain", "body", "As it was, said to @" + other.userName()))
                .get("id")
                .asString();
        asks(other, HttpMethod.PUT, "/reactions/helped", null);
        assertThat(read(reader)).isEqualTo(read(reader));
    }

    @Test
    void whatHappensToAPostIsSeenAtOnce() {
        asks(reader, HttpMethod.PUT, "/reactions/helped", null);
        assertThat(read(author).at("/reactions/helped").asInt()).isEqualTo(2);
        assertThat(read(author).at("/mine/reactions")).isEmpty();
        assertThat(read(reader).at("/mine/reactions/0").asString()).isEqualTo("helped");

        asks(reader, HttpMethod.DELETE, "/reactions/helped", null);
        assertThat(read(author).at("/reactions/helped").asInt()).isEqualTo(1);

        asks(other, HttpMethod.POST, "/comments", Map.of("body", "And so it went on"));
        assertThat(read(reader).get("commentCount").asInt()).isEqualTo(1);

        asks(author, HttpMethod.PATCH, "", Map.of("body", "As it is"));
        assertThat(read(reader).get("body").asString()).isEqualTo("As it is");
    }

    @Test
    void whoeverIsRenamedIsRenamedInWhatWasReadBefore() {
        String before = read(reader).toString();
        assertThat(before).contains(author.userName()).contains(other.userName());

        organisation.person(author.id(), "new-" + author.userName(), true);
        organisation.person(other.id(), "new-" + other.userName(), true);

        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            JsonNode now = read(reader);
            assertThat(now.at("/author/displayName").asString()).isEqualTo(nameOf(author));
            assertThat(now.at("/mentions/0/displayName").asString()).isEqualTo(nameOf(other));
            assertThat(now.at("/thanks/helped/0/displayName").asString()).isEqualTo(nameOf(other));
        });
    }

    @Test
    void whoeverMeetsNobodyAnyMoreReadsOtherThanTheRest() {
        organisation.distance(reader, other, false, true);

        assertThat(read(reader).at("/reactions/helped").asInt()).isZero();
        assertThat(read(reader).at("/mentions")).isEmpty();
        assertThat(read(author).at("/reactions/helped").asInt()).isEqualTo(1);
        assertThat(read(author).at("/mentions")).hasSize(1);
    }

    private static String nameOf(Someone person) {
        return ("new-" + person.userName()).toUpperCase(Locale.ROOT);
    }

    private JsonNode read(Someone viewer) {
        return viewer.gets(web, "/api/v1/posts/" + post);
    }

    private void asks(Someone viewer, HttpMethod method, String what, @Nullable Object body) {
        WebTestClient.RequestBodySpec request = viewer.on(web).method(method).uri("/api/v1/posts/" + post + what);
        if (body != null) {
            request.bodyValue(body);
        }
        if (method.equals(HttpMethod.PATCH)) {
            request.header("If-Match", "*");
        }
        request.exchange().expectStatus().is2xxSuccessful();
    }
}
