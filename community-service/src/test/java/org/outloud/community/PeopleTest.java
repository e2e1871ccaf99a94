package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.platform.testing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
@Import(Organisation.class)
class PeopleTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    @Test
    void anOlderEventThatComesLateChangesNothing() {
        PersonId id = PersonId.next();
        String userName = "late-" + Organisation.unique();
        UUID older = UUID.randomUUID();
        topics.publish(person(id, 7, userName, "Newer"));
        topics.publish(older, person(id, 6, userName, "Older"));
        organisation.await(
                "select count(*) from inbox where consumer = 'community.people' and event_id = :older",
                Map.of("older", older),
                1);

        Someone late = new Someone(id, userName, Tokens.of(userName), web);
        String community = late.founds("Late " + Organisation.unique(), "open");
        assertThat(late.get(community + "/members").text("/items/0/person/displayName"))
                .isEqualTo("Newer");
    }

    @Test
    void whoIsDeactivatedIsRefusedWithATokenThatIsStillValid() {
        Someone gone = organisation.someone(web, "gone");
        organisation.deactivated(gone);

        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> gone.get("/api/v1/communities").status() == 403);
    }

    private static PersonChanged person(PersonId id, long version, String userName, String displayName) {
        return new PersonChanged(
                id,
                version,
                Tokens.subjectOf(userName),
                userName,
                displayName,
                null,
                null,
                null,
                true,
                null,
                null,
                Instant.now());
    }
}
