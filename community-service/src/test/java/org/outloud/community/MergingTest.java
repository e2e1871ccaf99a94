package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.community.Someone.Answer;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.event.CommunityChanged;
import org.outloud.contracts.event.MembershipChanged;
import org.outloud.contracts.event.PostsHandedOver;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.platform.testing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Two communities become one, and one becomes two: nobody is lost, and nobody reads what they could not read before. */
@ServiceTest
@Import(Organisation.class)
class MergingTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    Someone steward;
    Someone other;
    Someone ada;
    Someone bo;
    Someone carla;

    @BeforeEach
    void people() {
        steward = organisation.someone(web, "steward");
        other = organisation.someone(web, "other");
        ada = organisation.someone(web, "ada");
        bo = organisation.someone(web, "bo");
        carla = organisation.someone(web, "carla");
    }

    @Test
    void everybodyOfTheOneIsInTheOtherInTheHigherOfTheirRoles() {
        String from = steward.founds("From", "open");
        String into = steward.founds("Into", "open");
        steward.gives(from, ada, "facilitator");
        steward.gives(into, ada, "follower");
        steward.gives(from, bo, "member");
        steward.gives(into, carla, "facilitator");
        steward.gives(from, carla, "member");
        String part = steward.founds(Map.of("name", "Part", "parentId", id(from)));

        JsonNode preview = steward.get(from + "/merge?into=" + id(into)).body();
        assertThat(preview.get("coming").intValue()).isEqualTo(1);
        assertThat(preview.get("already").intValue()).isEqualTo(3);
        assertThat(preview.get("parts").intValue()).isEqualTo(1);
        assertThat(preview.get("narrower").booleanValue()).isFalse();

        assertThat(merge(steward, from, into).status()).isEqualTo(204);

        assertThat(roles(into))
                .isEqualTo(Map.of(
                        steward.userName(), "steward",
                        ada.userName(), "facilitator",
                        bo.userName(), "member",
                        carla.userName(), "facilitator"));
        JsonNode ended = bo.get(from).body();
        assertThat(ended.get("archived").booleanValue()).isTrue();
        assertThat(ended.at("/mergedInto/id").stringValue()).isEqualTo(id(into));
        assertThat(steward.get(part).text("/parentId")).isEqualTo(id(into));
        assertThat(steward.get(into).body().get("members").intValue()).isEqualTo(4);
        assertThat(steward.get("/api/v1/inventory/" + id(from)).text("/stage")).isEqualTo("closed");
        assertThat(topics.await(MembershipChanged.class, id(into) + "/" + bo.id(), 1))
                .extracting(MembershipChanged::role)
                .containsExactly("member");
        assertThat(topics.await(CommunityChanged.class, id(from), 2))
                .extracting(CommunityChanged::archived)
                .containsExactly(false, true);
        assertThat(steward.put(from + "/membership", null).status()).isEqualTo(409);
        assertThat(merge(steward, from, into).status()).isEqualTo(409);
    }

    @Test
    void threadsAreHandedOverAndThatIsToldAgainWhenAsked() {
        String from = steward.founds("From", "open");
        String into = steward.founds("Into", "open");

        merge(steward, from, into);

        PostsHandedOver handedOver = handedOver(from, 1);
        assertThat(handedOver.into()).isEqualTo(community(into));
        assertThat(handedOver.tag()).isNull();
        assertThat(handedOver.from()).isEqualTo(community(from));
        web.post()
                .uri("/actuator/reannounce")
                .headers(headers -> headers.setBearerAuth(Tokens.of(ada.userName(), "admin")))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(handedOver(from, 2)).isEqualTo(handedOver);
    }

    @Test
    void whoWaitedComesInThroughAnOpenDoorAndWaitsBeforeAClosedOne() {
        String from = steward.founds("From", "closed");
        String closed = steward.founds("Closed", "closed");
        ada.put(from + "/membership", null);
        steward.gives(closed, bo, "member");
        bo.put(from + "/membership", null);

        assertThat(merge(steward, from, closed).status()).isEqualTo(204);

        JsonNode asks = steward.get(closed + "/asks").body().get("items");
        assertThat(asks).hasSize(1);
        assertThat(asks.get(0).at("/person/userName").stringValue()).isEqualTo(ada.userName());
        assertThat(steward.get(from + "/asks").body().get("items")).isEmpty();
    }

    @Test
    void whoLeftTheOtherOnceComesBackAsOneOfTheFirst() {
        String from = steward.founds("From", "open");
        String into = steward.founds("Into", "open");
        ada.put(into + "/membership", null);
        ada.delete(into + "/membership");
        ada.put(from + "/membership", null);

        merge(steward, from, into);

        assertThat(roles(into)).containsEntry(ada.userName(), "member");
    }

    @Test
    void whoAnswersForOneAloneNeedsTheOthersWord() {
        String from = steward.founds("From", "open");
        String into = other.founds("Into", "open");
        for (Someone one : List.of(steward, other, ada)) {
            Answer refused = merge(one, from, into);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("/type")).isEqualTo("/problems/merge-unagreed");
        }
        String proposals = "/api/v1/inventory/proposals";
        String proposal = steward.post(proposals, Map.of("communityId", id(from), "otherId", id(into)))
                .text("/id");
        steward.post(proposals + "/" + proposal + "/accept", Map.of());
        assertThat(merge(steward, from, into).status()).isEqualTo(403);
        other.post(proposals + "/" + proposal + "/accept", Map.of());
        assertThat(merge(ada, from, into).status()).isEqualTo(403);

        assertThat(merge(other, from, into).status()).isEqualTo(204);
        assertThat(steward.get(proposals + "/" + proposal).text("/state")).isEqualTo("merged");
        assertThat(roles(into)).containsEntry(steward.userName(), "steward").containsEntry(other.userName(), "steward");
    }

    @Test
    void nothingGoesWhereMorePeopleCouldReadIt() {
        String secret = steward.founds("Secret", "secret");
        String closed = steward.founds("Closed", "closed");
        String open = steward.founds("Open", "open");
        for (List<String> wider : List.of(List.of(secret, closed), List.of(secret, open), List.of(closed, open))) {
            Answer refused = merge(steward, wider.get(0), wider.get(1));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("/type")).isEqualTo("/problems/merge-widens");
        }
        Map<String, Object> split = Map.of("community", Map.of("name", "Wider", "visibility", "open"), "tag", "adt");
        assertThat(steward.post(closed + "/split", split).status()).isEqualTo(409);

        assertThat(merge(steward, open, secret).status()).isEqualTo(204);
        assertThat(steward.get(open).text("/mergedInto/id")).isEqualTo(id(secret));
        assertThat(ada.get(open).body().get("mergedInto").isNull()).isTrue();
    }

    @Test
    void whatIsNotThereForSomebodyIsNotMerged() {
        String open = ada.founds("Open", "open");
        String secret = steward.founds("Secret", "secret");

        for (String there : List.of(id(secret), UUID.randomUUID().toString())) {
            Answer refused = ada.post(open + "/merge", Map.of("into", there));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("/errors/0/code")).isEqualTo("unknown-value");
        }
        assertThat(ada.post(secret + "/merge", Map.of("into", id(open))).status())
                .isEqualTo(404);
        assertThat(ada.post(open + "/merge", Map.of("into", id(open))).text("/errors/0/code"))
                .isEqualTo("same");
        assertThat(ada.post(secret + "/split", Map.of("community", Map.of("name", "x")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPartTakesInWhatItIsAPartOfWithoutACircle() {
        String whole = steward.founds("Whole", "open");
        String part = steward.founds(Map.of("name", "Part", "parentId", id(whole)));
        String below = steward.founds(Map.of("name", "Below", "parentId", id(part)));
        String beside = steward.founds(Map.of("name", "Beside", "parentId", id(whole)));

        assertThat(merge(steward, whole, below).status()).isEqualTo(204);

        assertThat(steward.get(part).body().get("parentId").isNull()).isTrue();
        assertThat(steward.get(beside).body().get("parentId").isNull()).isTrue();
        assertThat(steward.get(below).text("/parentId")).isEqualTo(id(part));
    }

    @Test
    void aCommunityIsSplitByATagAndPeopleComeAlong() {
        String whole = steward.founds("Whole", "closed");
        steward.gives(whole, ada, "member");
        steward.gives(whole, bo, "follower");
        steward.gives(whole, carla, "facilitator");

        Answer split = steward.post(
                whole + "/split",
                Map.of(
                        "community", Map.of("name", "Adt nurses"),
                        "tag", "#ADT",
                        "personIds",
                                List.of(
                                        ada.id().toString(),
                                        bo.id().toString(),
                                        steward.id().toString())));

        assertThat(split.status()).isEqualTo(201);
        String founded = split.header("Location");
        assertThat(steward.get(founded).text("/visibility")).isEqualTo("closed");
        assertThat(roles(founded))
                .isEqualTo(Map.of(steward.userName(), "steward", ada.userName(), "member", bo.userName(), "follower"));
        assertThat(roles(whole)).hasSize(4);
        PostsHandedOver handedOver = handedOver(whole, 1);
        assertThat(handedOver.into()).isEqualTo(community(founded));
        assertThat(handedOver.tag()).isEqualTo("adt");
    }

    @Test
    void aSplitThatNamesAStrangerFoundsNothing() {
        String whole = steward.founds("Whole", "open");
        String name = "Founded " + Organisation.unique();

        Answer refused = steward.post(
                whole + "/split",
                Map.of(
                        "community",
                        Map.of("name", name),
                        "personIds",
                        List.of(ada.id().toString())));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo("personIds");
        assertThat(steward.get("/api/v1/communities?q=" + name.replace(' ', '+'))
                        .body()
                        .get("items"))
                .isEmpty();
        steward.gives(whole, ada, "facilitator");
        assertThat(ada.post(whole + "/split", Map.of("community", Map.of("name", name)))
                        .status())
                .isEqualTo(403);
    }

    private static Answer merge(Someone who, String from, String into) {
        return who.post(from + "/merge", Map.of("into", id(into)));
    }

    /** What was told of a community's threads, the last of so many times. */
    private PostsHandedOver handedOver(String from, int times) {
        String id = organisation.text("select id::text from hand_over where from_id = '" + community(from) + "'");
        return topics.await(PostsHandedOver.class, id, times).get(times - 1);
    }

    private Map<String, String> roles(String community) {
        Map<String, String> roles = new HashMap<>();
        steward.get(community + "/members?limit=100")
                .body()
                .get("items")
                .forEach(member -> roles.put(
                        member.at("/person/userName").stringValue(),
                        member.get("role").stringValue()));
        return roles;
    }

    private static CommunityId community(String path) {
        return new CommunityId(UUID.fromString(id(path)));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
