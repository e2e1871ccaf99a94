package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.event.CommunityChanged;
import org.outloud.contracts.event.MembershipChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.platform.testing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What the topics lost is told again from what this service owns. */
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
    void communitiesAndMembershipsAreToldAgainAtTheVersionTheyHave() {
        Someone ada = organisation.someone(web, "ada");
        Someone bo = organisation.someone(web, "bo");
        Someone alex = organisation.someone(web, "alex");
        String path = ada.founds("Guild " + Organisation.unique(), "open");
        String community = path.substring(path.lastIndexOf('/') + 1);
        bo.put(path + "/membership", null);
        bo.delete(path + "/membership");
        List<CommunityChanged> told = topics.await(CommunityChanged.class, community, 1);

        web.post()
                .uri("/actuator/reannounce")
                .headers(headers -> headers.setBearerAuth(Tokens.of(alex.userName(), "admin")))
                .exchange()
                .expectStatus()
                .isOk();

        CommunityChanged again =
                topics.await(CommunityChanged.class, community, 2).get(1);
        assertThat(again).usingRecursiveComparison().ignoringFields("at").isEqualTo(told.get(0));
        assertThat(topics.await(MembershipChanged.class, community + "/" + ada.id(), 2))
                .extracting(MembershipChanged::role)
                .containsExactly("steward", "steward");
        List<MembershipChanged> left = topics.await(MembershipChanged.class, community + "/" + bo.id(), 3);
        assertThat(left).extracting(MembershipChanged::role).containsExactly("member", null, null);
        assertThat(left).extracting(MembershipChanged::version).containsExactly(1L, 2L, 2L);
    }
}
