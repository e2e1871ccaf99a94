package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.event.SuspensionChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
@Import(Organisation.class)
class SuspensionsTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    @Test
    void whoeverIsSuspendedFoundsAndJoinsNothingAndMayReadAndLeave() {
        Someone ada = organisation.someone(web, "ada");
        Someone bo = organisation.someone(web, "bo");
        String theirs = bo.founds("Talk " + Organisation.unique(), "open");
        String joined = bo.founds("Club " + Organisation.unique(), "open");
        assertThat(ada.put(joined + "/membership", null).status()).isEqualTo(200);

        topics.publish(new SuspensionChanged(ada.id(), true, null, 2, Instant.now()));

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> status(ada, theirs) == 403);
        Someone.Answer founded = ada.post("/api/v1/communities", Map.of("name", "Mine " + Organisation.unique()));
        assertThat(founded.status()).isEqualTo(403);
        assertThat(founded.text("/type")).isEqualTo("/problems/suspended");
        assertThat(ada.get(theirs).status()).isEqualTo(200);
        assertThat(ada.delete(joined + "/membership").status()).isEqualTo(204);

        topics.publish(new SuspensionChanged(ada.id(), true, null, 1, Instant.now()));
        topics.publish(new SuspensionChanged(ada.id(), false, null, 3, Instant.now()));

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> status(ada, theirs) == 200);
    }

    private static int status(Someone person, String community) {
        return person.put(community + "/membership", null).status();
    }
}
