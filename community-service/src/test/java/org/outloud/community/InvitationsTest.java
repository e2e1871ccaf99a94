package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.community.Someone.Answer;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** People are asked in, say yes by joining, or no, and are then left in peace. */
@ServiceTest
@Import(Organisation.class)
class InvitationsTest {

    private static final String OWN = "/api/v1/invitations";

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    Someone steward;
    Someone ada;
    Someone bo;
    String secret;

    @BeforeEach
    void people() {
        steward = organisation.someone(web, "steward");
        ada = organisation.someone(web, "ada");
        bo = organisation.someone(web, "bo");
        secret = steward.founds("Secret", "secret");
    }

    @Test
    void whoeverIsAskedInLearnsOfASecretCommunityAndComesInWithoutFurtherWords() {
        assertThat(invite(steward, secret, ada, Map.of("note", "You know about this"))
                        .status())
                .isEqualTo(204);

        JsonNode invitation = own(ada).get(0);
        assertThat(invitation.at("/community/name").stringValue()).isEqualTo("Secret");
        assertThat(invitation.at("/by/userName").stringValue()).isEqualTo(steward.userName());
        assertThat(invitation.get("note").stringValue()).isEqualTo("You know about this");
        assertThat(ada.get(secret).status()).isEqualTo(200);
        assertThat(ada.get(secret + "/members").status()).isEqualTo(403);
        assertThat(bo.get(secret).status()).isEqualTo(404);

        Answer joined = ada.put(secret + "/membership", null);

        assertThat(joined.status()).isEqualTo(200);
        assertThat(joined.text("/role")).isEqualTo("member");
        assertThat(own(ada)).isEmpty();
        assertThat(steward.get(secret + "/invitations").body().get("items")).isEmpty();
        ada.delete(secret + "/membership");
        assertThat(ada.get(secret).status()).isEqualTo(404);
    }

    @Test
    void whoIsAskedToFollowAsksForMore() {
        String closed = steward.founds("Closed", "closed");
        invite(steward, closed, ada, Map.of("role", "follower"));

        assertThat(ada.put(closed + "/membership", Map.of("role", "member")).status())
                .isEqualTo(202);
        assertThat(ada.put(closed + "/membership", Map.of("role", "follower")).status())
                .isEqualTo(200);
    }

    @Test
    void whoDeclinesIsLeftInPeaceAndLearnsNothingMore() {
        invite(steward, secret, ada, Map.of());

        assertThat(decline(ada, secret).status()).isEqualTo(204);

        assertThat(own(ada)).isEmpty();
        assertThat(ada.get(secret).status()).isEqualTo(404);
        assertThat(steward.get(secret + "/invitations")
                        .body()
                        .at("/items/0/declined")
                        .booleanValue())
                .isTrue();
        Answer again = invite(steward, secret, ada, Map.of());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/type")).isEqualTo("/problems/invitation-declined");
        organisation.run(
                "update invitation set declined_at = declined_at - interval '31 days' where person_id = :ada",
                Map.of("ada", ada.id().value()));
        assertThat(invite(steward, secret, ada, Map.of()).status()).isEqualTo(204);
        assertThat(own(ada)).hasSize(1);
    }

    @Test
    void anInvitationIsTakenBackByWhoSentItAndByThoseWhoCareForTheCommunity() {
        String open = steward.founds("Open", "open");
        bo.put(open + "/membership", null);
        Someone carla = organisation.someone(web, "carla");
        carla.put(open + "/membership", null);
        invite(bo, open, ada, Map.of());

        assertThat(carla.delete(open + "/invitations/" + ada.id()).status()).isEqualTo(404);
        assertThat(carla.get(open + "/invitations").status()).isEqualTo(403);
        assertThat(steward.get(open + "/invitations")
                        .body()
                        .at("/items/0/by/userName")
                        .stringValue())
                .isEqualTo(bo.userName());
        assertThat(bo.delete(open + "/invitations/" + ada.id()).status()).isEqualTo(204);
        assertThat(own(ada)).isEmpty();
        invite(bo, open, ada, Map.of());
        assertThat(steward.delete(open + "/invitations/" + ada.id()).status()).isEqualTo(204);
        assertThat(own(ada)).isEmpty();
    }

    @Test
    void whoWaitsAlreadyIsLetInByAStewardsInvitation() {
        String closed = steward.founds("Closed", "closed");
        ada.put(closed + "/membership", null);

        invite(steward, closed, ada, Map.of());

        assertThat(ada.get(closed).text("/mine/role")).isEqualTo("member");
        assertThat(own(ada)).isEmpty();
        assertThat(invite(steward, closed, ada, Map.of()).text("/type")).isEqualTo("/problems/already-there");
    }

    @Test
    void nobodyIsAskedInByWhomTheyBlockedNorWithoutWorkingHere() {
        String open = steward.founds("Open", "open");
        invite(steward, open, ada, Map.of());
        organisation.blocks(ada, steward, true);
        assertThat(own(ada)).isEmpty();
        assertThat(invite(steward, open, ada, Map.of()).status()).isEqualTo(404);

        organisation.deactivated(bo);
        assertThat(invite(steward, open, bo, Map.of()).status()).isEqualTo(409);
    }

    @Test
    void tooManyAndTooLongIsRefused() {
        String open = steward.founds("Open", "open");
        organisation.run("""
                insert into person (id, version, user_name, display_name, active)
                select gen_random_uuid(), 1, 'crowd-' || :tag || n, 'Crowd', true from generate_series(1, 100) n
                """, Map.of("tag", steward.userName()));
        organisation.run("""
                insert into invitation (community_id, person_id, role, invited_by, invited_at)
                select :open::uuid, p.id, 'member', :by, now() from person p where p.user_name like 'crowd-' || :tag || '%'
                """, Map.of("open", id(open), "by", steward.id().value(), "tag", steward.userName()));

        assertThat(invite(steward, open, ada, Map.of()).text("/type")).isEqualTo("/problems/too-many-invitations");
        assertThat(invite(steward, open, ada, Map.of("note", "x".repeat(501))).status())
                .isEqualTo(400);
        assertThat(invite(steward, open, ada, Map.of("role", "steward")).status())
                .isEqualTo(400);
        assertThat(steward.get(open + "/invitations?limit=60").body().get("items"))
                .hasSize(60);
    }

    private static Answer invite(Someone by, String community, Someone person, Map<String, ?> words) {
        return by.put(community + "/invitations/" + person.id(), words);
    }

    private static Answer decline(Someone person, String community) {
        return person.delete(community + "/invitations/" + person.id());
    }

    private static JsonNode own(Someone person) {
        return person.get(OWN).body().get("items");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
