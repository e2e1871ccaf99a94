package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.event.AnswerChanged;
import org.outloud.contracts.event.PostDeleted;
import org.outloud.contracts.event.PostPublished;
import org.outloud.contracts.event.RecognitionChanged;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.platform.testing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What the topics lost is told again from what this service owns, and what was read from them comes back. */
@ServiceTest
@Import(Organisation.class)
class ReannouncingTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    @Test
    void postsAreToldAgainAtTheVersionTheyHaveAndNotifyNobody() {
        Someone ada = organisation.someone("ada");
        Someone bo = organisation.someone("bo");
        String kept = publishes(ada, Map.of("kind", "question", "body", "Who has @" + bo.userName() + " asked?"));
        String gone = publishes(ada, Map.of("kind", "plain", "body", "Never mind"));
        ada.on(web)
                .delete()
                .uri("/api/v1/posts/" + gone)
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        bo.on(web)
                .put()
                .uri("/api/v1/posts/" + kept + "/reactions/helped")
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        PostPublished told = topics.await(PostPublished.class, kept, 1).get(0);
        PostDeleted deleted = topics.await(PostDeleted.class, gone, 1).get(0);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !notifications(bo).equals("0"));
        String heard = notifications(bo);

        tellsAgain();

        List<PostPublished> all = topics.await(PostPublished.class, kept, 2);
        assertThat(all.get(1))
                .usingRecursiveComparison()
                .ignoringFields("imported")
                .isEqualTo(told);
        assertThat(all.get(1).imported()).isTrue();
        assertThat(topics.await(PostDeleted.class, gone, 2).get(1).version()).isEqualTo(deleted.version());
        assertThat(topics.await(RecognitionChanged.class, kept + "/" + bo.id() + "/helped", 2))
                .extracting(RecognitionChanged::version)
                .containsExactly(1L, 1L);
        assertThat(topics.await(AnswerChanged.class, kept + "/answer", 1).get(0).answer())
                .isNull();
        awaitApplied(ada);
        assertThat(notifications(bo)).isEqualTo(heard);
    }

    @Test
    void homeFeedsThatWereLostComeBackAsTheyWere() {
        Someone ada = organisation.someone("ada");
        Someone bo = organisation.someone("bo");
        organisation.follows(bo, ada, true);
        for (int i = 0; i < 5; i++) {
            publishes(ada, Map.of("kind", "plain", "body", "Weld " + i));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> timeline(bo).size() == 5);
        List<String> before = timeline(bo);
        organisation.run("delete from timeline where owner_id = '" + bo.id() + "'");
        assertThat(timeline(bo)).isEmpty();

        tellsAgain();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> timeline(bo).equals(before));
    }

    /** What follows in the same order was applied after what was told again. */
    private void awaitApplied(Someone reader) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        organisation.text("select count(*)::text from outbox").equals("0"));
        Someone other = organisation.someone("carla");
        organisation.follows(reader, other, true);
        for (int i = 0; i < 16; i++) {
            publishes(other, Map.of("kind", "plain", "body", "Last " + i));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> timeline(reader).size() >= 16);
    }

    private List<String> timeline(Someone owner) {
        return organisation
                .text("select coalesce(string_agg(post_id::text, ' ' order by post_id), '') from timeline"
                        + " where owner_id = '" + owner.id() + "'")
                .lines()
                .flatMap(line -> List.of(line.split(" ", -1)).stream())
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private String notifications(Someone person) {
        return organisation.text("select count(*)::text from notice where owner_id = '" + person.id() + "'");
    }

    private String publishes(Someone author, Map<String, ?> post) {
        return author.posts(web, post).get("id").stringValue();
    }

    private void tellsAgain() {
        Someone alex = organisation.someone("alex");
        web.post()
                .uri("/actuator/reannounce")
                .headers(headers -> headers.setBearerAuth(Tokens.of(alex.userName(), "admin")))
                .exchange()
                .expectStatus()
                .isOk();
    }
}
