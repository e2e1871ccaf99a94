package org.outloud.profile.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.AskWaiting;
import org.outloud.contracts.event.HelpersFound;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** An ask that waits finds those who know, each with the reason that tells most. */
@ServiceTest
class HelpingAsksTest {

    @Autowired
    Evidence evidence;

    @Autowired
    DatabaseClient database;

    @Autowired
    Published topics;

    private Organisation organisation;
    private PersonId asker;
    private final String word = "topic" + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void people() {
        organisation = new Organisation(database, evidence);
        asker = organisation.person("asker");
    }

    @Test
    void whoeverKnowsIsToldOfWithTheStrongestReasonTheBestFirst() {
        PersonId answers =
                organisation.person("answers", "[{\"name\": \"%s\", \"level\": \"works-with\"}]".formatted(word));
        PersonId declares =
                organisation.person("declares", "[{\"name\": \"%s\", \"level\": \"learns\"}]".formatted(word));
        organisation.person("silent");
        PostId before = organisation.asks(asker, "Who knew " + word + "?");
        PostId answer = organisation.replies(answers, before, "This is how.");
        organisation.accepts(before, answer, 2);

        HelpersFound found = found(word);

        assertThat(found.helpers())
                .containsExactly(
                        new HelpersFound.Helper(answers, "answers", null, 1),
                        new HelpersFound.Helper(declares, "skill", word, 1));
    }

    @Test
    void whenNobodyKnowsThatIsToldToo() {
        assertThat(found(word).helpers()).isEmpty();
    }

    private HelpersFound found(String topic) {
        PostId ask = PostId.next();
        topics.publish(new AskWaiting(ask, asker, topic, Instant.now(), Instant.now()));
        return topics.await(HelpersFound.class, ask.toString(), 1).get(0);
    }
}
