package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.community.Someone.Answer;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.MembershipChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
@Import(Organisation.class)
class TakingPartTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    Someone ada;
    Someone bo;
    Someone carla;
    String tag;

    @BeforeEach
    void people() {
        ada = organisation.someone(web, "ada");
        bo = organisation.someone(web, "bo");
        carla = organisation.someone(web, "carla");
        tag = Organisation.unique();
    }

    @Test
    void anOpenCommunityIsJoinedAtOnceAndLeftAndJoinedAgain() {
        String community = ada.founds("Open " + tag, "open");

        Answer joined = bo.put(community + "/membership", null);
        assertThat(joined.status()).isEqualTo(200);
        assertThat(joined.text("/role")).isEqualTo("member");
        assertThat(joined.body().has("since")).isTrue();
        assertThat(joined.body().has("asked")).isFalse();
        assertThat(bo.put(community + "/membership", Map.of("role", "member")).text("/since"))
                .isEqualTo(joined.text("/since"));
        assertThat(bo.get(community).body().get("members").intValue()).isEqualTo(2);
        assertThat(bo.put(community + "/membership", Map.of("role", "follower")).text("/role"))
                .isEqualTo("follower");
        assertThat(bo.get(community).body().get("members").intValue()).isEqualTo(1);
        assertThat(bo.delete(community + "/membership").status()).isEqualTo(204);
        assertThat(bo.delete(community + "/membership").status()).isEqualTo(204);
        assertThat(bo.get(community).body().at("/mine/role").isNull()).isTrue();
        bo.put(community + "/membership", null);

        List<MembershipChanged> told = topics.await(MembershipChanged.class, id(community) + "/" + bo.id(), 4);
        assertThat(told).extracting(MembershipChanged::version).containsExactly(1L, 2L, 3L, 4L);
        assertThat(told).extracting(MembershipChanged::role).containsExactly("member", "follower", null, "member");
    }

    @Test
    void onlyMembersAndFollowersJoinByThemselves() {
        String community = ada.founds("Roles " + tag, "open");

        Answer refused = bo.put(community + "/membership", Map.of("role", "steward"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo("role");
        assertThat(bo.put(community + "/membership", Map.of("role", "king")).status())
                .isEqualTo(400);
        assertThat(ada.put(community + "/membership", Map.of("role", "follower"))
                        .text("/role"))
                .isEqualTo("steward");
    }

    @Test
    void aClosedCommunityIsAskedAndItsStewardsAnswer() {
        String community = ada.founds("Closed " + tag, "closed");

        Answer asked = bo.put(community + "/membership", Map.of("role", "follower"));
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.body().get("role").isNull()).isTrue();
        assertThat(asked.body().get("asked").booleanValue()).isTrue();
        carla.put(community + "/membership", null);
        assertThat(bo.get(community).body().at("/mine/asked").booleanValue()).isTrue();

        assertThat(bo.get(community + "/asks").status()).isEqualTo(403);
        Answer asks = ada.get(community + "/asks?limit=1");
        assertThat(asks.text("/items/0/person/id")).isEqualTo(bo.id().toString());
        assertThat(asks.text("/items/0/role")).isEqualTo("follower");
        assertThat(ada.get(community + "/asks?limit=1&cursor=" + asks.text("/next"))
                        .text("/items/0/person/id"))
                .isEqualTo(carla.id().toString());

        assertThat(ada.gives(community, bo, "member").text("/role")).isEqualTo("member");
        assertThat(ada.delete(community + "/members/" + carla.id()).status()).isEqualTo(204);
        assertThat(ada.delete(community + "/members/" + carla.id()).status()).isEqualTo(404);
        assertThat(ada.get(community + "/asks").body().get("items")).isEmpty();
        assertThat(bo.get(community).text("/mine/role")).isEqualTo("member");
        assertThat(carla.get(community).body().at("/mine/asked").booleanValue()).isFalse();
    }

    @Test
    void aWishCanBeWithdrawn() {
        String community = ada.founds("Closed " + tag, "closed");
        bo.put(community + "/membership", null);

        assertThat(bo.delete(community + "/membership").status()).isEqualTo(204);
        assertThat(ada.get(community + "/asks").body().get("items")).isEmpty();
    }

    @Test
    void whenTheDoorOpensThoseWhoWaitAreIn() {
        String community = ada.founds("Opening " + tag, "closed");
        bo.put(community + "/membership", null);
        carla.put(community + "/membership", Map.of("role", "follower"));

        ada.patch(community, Map.of("visibility", "open"));

        assertThat(bo.get(community).text("/mine/role")).isEqualTo("member");
        assertThat(carla.get(community).text("/mine/role")).isEqualTo("follower");
        assertThat(carla.get(community).body().get("members").intValue()).isEqualTo(2);
        assertThat(topics.await(MembershipChanged.class, id(community) + "/" + bo.id(), 1))
                .hasSize(1);
    }

    @Test
    void membersOfAClosedCommunityAreVisibleToMembersOnly() {
        String community = ada.founds("Closed " + tag, "closed");

        assertThat(bo.get(community).status()).isEqualTo(200);
        Answer refused = bo.get(community + "/members");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/type")).isEqualTo("/problems/members-only");
        ada.gives(community, bo, "follower");
        assertThat(bo.get(community + "/members").body().get("items")).hasSize(2);
    }

    @Test
    void stewardsGiveAndTakeRoles() {
        String community = ada.founds("Roles " + tag, "open");

        assertThat(bo.gives(community, carla, "member").status()).isEqualTo(403);
        assertThat(ada.gives(community, bo, "facilitator").text("/person/userName"))
                .isEqualTo(bo.userName());
        assertThat(bo.gives(community, carla, "member").status()).isEqualTo(403);
        assertThat(ada.gives(community, bo, "steward").status()).isEqualTo(200);
        assertThat(bo.gives(community, carla, "member").status()).isEqualTo(200);
        assertThat(bo.gives(community, ada, "follower").status()).isEqualTo(200);
        assertThat(ada.gives(community, bo, "member").status()).isEqualTo(403);
        assertThat(bo.delete(community + "/members/" + carla.id()).status()).isEqualTo(204);
        assertThat(bo.put(community + "/members/" + PersonId.next(), Map.of("role", "member"))
                        .status())
                .isEqualTo(404);
        assertThat(bo.put(community + "/members/" + ada.id(), Map.of()).text("/errors/0/field"))
                .isEqualTo("role");
    }

    @Test
    void theLastStewardNeitherLeavesNorStepsDown() {
        String community = ada.founds("Last " + tag, "open");
        bo.put(community + "/membership", null);

        assertThat(ada.delete(community + "/membership").text("/type")).isEqualTo("/problems/last-steward");
        assertThat(ada.gives(community, ada, "member").status()).isEqualTo(409);
        assertThat(ada.delete(community + "/members/" + ada.id()).status()).isEqualTo(409);
        assertThat(ada.get(community).text("/mine/role")).isEqualTo("steward");
        ada.gives(community, bo, "steward");
        assertThat(ada.delete(community + "/membership").status()).isEqualTo(204);
        assertThat(bo.delete(community + "/membership").status()).isEqualTo(409);
    }

    @Test
    void membersStandByRoleAndThenByTheTimeTheyCame() {
        String community = ada.founds("List " + tag, "open");
        Someone dev = organisation.someone(web, "dev");
        dev.put(community + "/membership", Map.of("role", "follower"));
        carla.put(community + "/membership", null);
        bo.put(community + "/membership", null);
        Someone eve = organisation.someone(web, "eve");
        ada.gives(community, eve, "facilitator");

        List<String> seen = new ArrayList<>();
        String path = community + "/members?limit=2";
        while (path != null) {
            Answer page = bo.get(path);
            page.body()
                    .get("items")
                    .forEach(item -> seen.add(item.at("/person/userName").stringValue()));
            String link = page.whole().getResponseHeaders().getFirst("Link");
            path = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen)
                .containsExactly(ada.userName(), eve.userName(), carla.userName(), bo.userName(), dev.userName());
        assertThat(bo.get(community + "/members?cursor="
                                + bo.get("/api/v1/communities?limit=1").text("/next"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whoNoLongerWorksHereIsOutEverywhereAndMayComeBack() {
        String community = ada.founds("People " + tag, "open");
        bo.put(community + "/membership", null);
        ada.gives(community, carla, "steward");

        organisation.deactivated(bo);
        organisation.deactivated(carla);

        assertThat(ada.get(community).body().get("members").intValue()).isEqualTo(1);
        assertThat(ada.get(community + "/members").body().get("items")).hasSize(1);
        assertThat(ada.gives(community, bo, "facilitator").text("/type")).isEqualTo("/problems/member-deactivated");
        assertThat(ada.delete(community + "/membership").text("/type")).isEqualTo("/problems/last-steward");

        organisation.told(bo.id(), bo.userName(), true);
        organisation.await(
                "select size::bigint from inventory_entry where id = :id",
                Map.of("id", java.util.UUID.fromString(id(community))),
                2);
    }

    private static String id(String community) {
        return community.substring(community.lastIndexOf('/') + 1);
    }
}
