package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.community.Someone.Answer;
import org.outloud.contracts.event.CommunityChanged;
import org.outloud.contracts.event.MembershipChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.platform.testing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
@Import(Organisation.class)
class CommunitiesTest {

    private static final String PATH = "/api/v1/communities";

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    Someone ada;
    Someone bo;
    String tag;

    @BeforeEach
    void people() {
        ada = organisation.someone(web, "ada");
        bo = organisation.someone(web, "bo");
        tag = Organisation.unique();
    }

    @Test
    void foundingMakesTheFounderStewardAndTellsEverybody() {
        Answer founded = ada.post(
                PATH,
                Map.of("name", " Rust " + tag, "domain", "Languages", "purpose", "Learn Rust", "norms", "Ask early"));

        assertThat(founded.status()).isEqualTo(201);
        assertThat(founded.header("ETag")).isEqualTo("\"1\"");
        assertThat(founded.header("Location")).isEqualTo(PATH + "/" + founded.text("/id"));
        assertThat(founded.text("/name")).isEqualTo("Rust " + tag);
        assertThat(founded.text("/slug")).isEqualTo("rust-" + tag);
        assertThat(founded.text("/visibility")).isEqualTo("open");
        assertThat(founded.text("/stage")).isEqualTo("potential");
        assertThat(founded.body().get("members").intValue()).isEqualTo(1);
        assertThat(founded.text("/mine/role")).isEqualTo("steward");
        assertThat(founded.body().at("/mine/asked").booleanValue()).isFalse();

        String id = founded.text("/id");
        CommunityChanged told = topics.await(CommunityChanged.class, id, 1).get(0);
        assertThat(told.version()).isEqualTo(1);
        assertThat(told.slug()).isEqualTo("rust-" + tag);
        MembershipChanged steward =
                topics.await(MembershipChanged.class, id + "/" + ada.id(), 1).get(0);
        assertThat(steward.role()).isEqualTo("steward");
    }

    @Test
    void whoeverHasReadTheNormsIsNotShownThemAgain() {
        String path = ada.founds(Map.of("name", "Norms " + tag, "norms", "Ask early"));
        assertThat(bo.get(path).body().at("/mine/normsSeen").asBoolean(true)).isFalse();

        assertThat(bo.put(path + "/norms/seen", null).status()).isEqualTo(204);
        assertThat(bo.put(path + "/norms/seen", null).status()).isEqualTo(204);

        assertThat(bo.get(path).body().at("/mine/normsSeen").asBoolean(false)).isTrue();
        assertThat(ada.get(path).body().at("/mine/normsSeen").asBoolean(true)).isFalse();
    }

    @Test
    void normsOfASecretCommunityAreNotThereForOutsiders() {
        String path = ada.founds("Hidden " + tag, "secret");

        assertThat(bo.put(path + "/norms/seen", null).status()).isEqualTo(404);
        assertThat(ada.put(path + "/norms/seen", null).status()).isEqualTo(204);
    }

    @Test
    void namesMayRepeatButSlugsDoNot() {
        Answer first = ada.post(PATH, Map.of("name", "Twin " + tag));
        Answer second = bo.post(PATH, Map.of("name", "Twin " + tag));

        assertThat(first.text("/slug")).isEqualTo("twin-" + tag);
        assertThat(second.text("/slug")).isEqualTo("twin-" + tag + "-2");
        Answer taken = bo.post(PATH, Map.of("name", "Other", "slug", "twin-" + tag));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.text("/type")).isEqualTo("/problems/slug-taken");
    }

    @Test
    void whatIsWrongWithARequestIsNamed() {
        assertRefused(Map.of("name", " "), "name");
        assertRefused(Map.of("purpose", "none"), "name");
        assertRefused(Map.of("name", "x".repeat(121)), "name");
        assertRefused(Map.of("name", "x", "slug", "Not A Slug"), "slug");
        assertRefused(Map.of("name", "x", "visibility", "hidden"), "visibility");
        assertRefused(Map.of("name", "x", "norms", "x".repeat(2001)), "norms");
        assertRefused(Map.of("name", "a\0b"), "name");
        assertRefused(Map.of("name", "x", "parentId", "018f0000-0000-7000-8000-000000000000"), "parentId");
        assertThat(ada.post(PATH, "{\"name\":").status()).isEqualTo(400);
        assertThat(ada.post(PATH, "[]").status()).isEqualTo(400);
        assertThat(ada.get(PATH + "?cursor=made-up").status()).isEqualTo(400);
        assertThat(ada.get(PATH + "?limit=101").status()).isEqualTo(400);
        assertThat(ada.get(PATH + "?domain=%00").status()).isEqualTo(400);
        assertThat(ada.get(PATH + "?mine=maybe").status()).isEqualTo(400);
        assertThat(ada.get(PATH + "/not-an-id").status()).isEqualTo(400);
    }

    private void assertRefused(Map<String, ?> request, String field) {
        Answer refused = ada.post(PATH, request);
        assertThat(refused.status()).as(request.toString()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field"))
                .as(refused.body().toString())
                .isEqualTo(field);
    }

    @Test
    void nobodyGetsInWithoutATokenAndOnlyEmployeesFound() {
        web.get().uri(PATH).exchange().expectStatus().isUnauthorized();
        String outsider =
                Tokens.sign(Tokens.claims(ada.userName()).claim("realm_access", Map.of("roles", List.of("guest"))));
        Someone guest = new Someone(ada.id(), ada.userName(), outsider, web);
        assertThat(guest.post(PATH, Map.of("name", "Guests")).status()).isEqualTo(403);
    }

    @Test
    void aRetryWithTheSameKeyFoundsNothingTwice() {
        Map<String, String> key = Map.of("Idempotency-Key", tag);
        Answer first = ada.post(PATH, Map.of("name", "Once " + tag), key);
        Answer again = ada.post(PATH, Map.of("name", "Once " + tag), key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(ada.post(PATH, Map.of("name", "Else"), key).status()).isEqualTo(422);
    }

    @Test
    void stewardsEditAndOthersDoNot() {
        String community = ada.founds(Map.of("name", "Edit " + tag, "domain", "Before"));

        assertThat(bo.patch(community, Map.of("name", "Mine")).status()).isEqualTo(403);
        Answer edited = ada.patch(community, "{\"purpose\":\"New\",\"domain\":null}", Map.of("If-Match", "\"1\""));
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.header("ETag")).isEqualTo("\"2\"");
        assertThat(edited.text("/name")).isEqualTo("Edit " + tag);
        assertThat(edited.text("/purpose")).isEqualTo("New");
        assertThat(edited.body().get("domain").isNull()).isTrue();

        Answer stale = ada.patch(community, Map.of("name", "Late"), Map.of("If-Match", "\"1\""));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(ada.get(community).text("/name")).isEqualTo("Edit " + tag);
        assertThat(ada.patch(community, Map.of("slug", "another-" + tag)).status())
                .isEqualTo(400);
        assertThat(ada.patch(community, Map.of("name", "")).text("/errors/0/field"))
                .isEqualTo("name");
        assertThat(ada.patch(community, "{\"visibility\":null}").text("/errors/0/field"))
                .isEqualTo("visibility");
        assertThat(ada.patch(community, Map.of("purpose", "New")).header("ETag"))
                .isEqualTo("\"2\"");
        String id = community.substring(PATH.length() + 1);
        assertThat(topics.await(CommunityChanged.class, id, 2)).hasSize(2);
        assertThat(ada.get("/api/v1/inventory/" + id).body().get("domain").isNull())
                .isTrue();
    }

    @Test
    void anArchivedCommunityCanBeReadAndChangesNoMore() {
        String community = ada.founds("Archive " + tag, "closed");
        bo.put(community + "/membership", null);

        assertThat(bo.delete(community).status()).isEqualTo(403);
        assertThat(ada.delete(community).status()).isEqualTo(204);
        assertThat(ada.delete(community).status()).isEqualTo(204);
        assertThat(bo.get(community).body().get("archived").booleanValue()).isTrue();
        assertThat(bo.get(community).text("/stage")).isEqualTo("closed");
        assertThat(bo.get(community).body().at("/mine/asked").booleanValue()).isFalse();
        assertThat(ada.patch(community, Map.of("name", "Undead")).status()).isEqualTo(409);
        assertThat(bo.put(community + "/membership", null).text("/type")).isEqualTo("/problems/community-archived");
        assertThat(bo.get(PATH + "?q=" + tag).body().get("items")).isEmpty();
        assertThat(bo.get(PATH + "?slug=archive-" + tag).body().get("items")).hasSize(1);
        List<CommunityChanged> told = topics.await(CommunityChanged.class, community.substring(PATH.length() + 1), 2);
        assertThat(told).extracting(CommunityChanged::archived).containsExactly(false, true);
    }

    @Test
    void administratorsArchiveWhatNobodyAnswersFor() {
        Someone admin = organisation.someone(web, "admin", "admin");
        String community = ada.founds("Orphan " + tag, "open");

        assertThat(admin.delete(community).status()).isEqualTo(204);
    }

    @Test
    void theDirectoryIsFoundByTheBeginningsOfWords() {
        ada.founds(Map.of("name", "Bread " + tag, "domain", "Baking", "purpose", "Sourdough, above all"));

        assertThat(names(bo.get(PATH + "?q=" + tag + "+sourd"))).containsExactly("Bread " + tag);
        assertThat(names(bo.get(PATH + "?q=BAK+" + tag))).containsExactly("Bread " + tag);
        assertThat(names(bo.get(PATH + "?q=" + tag + "+rye"))).isEmpty();
        assertThat(names(bo.get(PATH + "?domain=Baking&q=" + tag))).hasSize(1);
        assertThat(names(bo.get(PATH + "?domain=baking&q=" + tag))).isEmpty();
        assertThat(names(bo.get(PATH + "?mine=true&q=" + tag))).isEmpty();
        assertThat(names(ada.get(PATH + "?mine=true&q=" + tag))).hasSize(1);
        assertThat(bo.get(PATH + "?q=%26%7C!:*()").status()).isEqualTo(200);
    }

    @Test
    void aPersonsCommunitiesAreThoseInWhichTheViewerMaySeeThem() {
        Someone guest = organisation.someone(web, "guest");
        ada.founds("Open " + tag, "open");
        String closed = ada.founds("Closed " + tag, "closed");
        String secret = ada.founds("Secret " + tag, "secret");
        bo.founds("Without her " + tag, "open");
        String hers = PATH + "?member=" + ada.id();

        assertThat(names(ada.get(hers))).containsExactly("Closed " + tag, "Open " + tag, "Secret " + tag);
        assertThat(names(guest.get(hers))).containsExactly("Open " + tag);
        ada.gives(closed, guest, "follower");
        ada.gives(secret, guest, "member");
        assertThat(names(guest.get(hers))).hasSize(3);
        guest.delete(closed + "/membership");
        guest.delete(secret + "/membership");
        assertThat(names(guest.get(hers))).containsExactly("Open " + tag);
        organisation.blocks(ada, guest, true);
        assertThat(names(guest.get(hers))).isEmpty();
        organisation.blocks(ada, guest, false);
        organisation.deactivated(ada);
        assertThat(names(guest.get(hers))).isEmpty();
        assertThat(guest.get(PATH + "?member=nobody").status()).isEqualTo(400);
    }

    @Test
    void aPageNeitherRepeatsNorSkipsWhileOthersFound() {
        for (String name : List.of("E", "b", "Ä", "d", "C", "b")) {
            ada.founds(name + " " + tag, "open");
        }
        List<String> seen = new ArrayList<>();
        String path = PATH + "?limit=2&q=" + tag;
        while (path != null) {
            Answer page = bo.get(path);
            seen.addAll(names(page));
            ada.founds("A " + tag + " " + seen.size(), "open");
            String link = page.whole().getResponseHeaders().getFirst("Link");
            path = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen)
                .filteredOn(name -> !name.startsWith("A "))
                .containsExactly("Ä " + tag, "b " + tag, "b " + tag, "C " + tag, "d " + tag, "E " + tag);
    }

    @Test
    void familiesHaveNoCircles() {
        String parent = ada.founds("Parent " + tag, "open");
        String parentId = parent.substring(PATH.length() + 1);
        Answer child = ada.post(PATH, Map.of("name", "Child " + tag, "parentId", parentId));

        assertThat(child.text("/parentId")).isEqualTo(parentId);
        Answer circle = ada.patch(parent, Map.of("parentId", child.text("/id")));
        assertThat(circle.status()).isEqualTo(400);
        assertThat(circle.text("/errors/0/field")).isEqualTo("parentId");
    }

    private static List<String> names(Answer page) {
        List<String> names = new ArrayList<>();
        page.body().get("items").forEach(item -> names.add(item.get("name").stringValue()));
        return names;
    }
}
