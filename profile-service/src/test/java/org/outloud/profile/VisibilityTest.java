package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Who sees which field of a profile, wherever it could be seen. */
@ServiceTest
class VisibilityTest {

    private static final List<String> FIELDS = List.of(
            "headline",
            "location",
            "timeZone",
            "languages",
            "skills",
            "interests",
            "askMeAbout",
            "learning",
            "purpose");

    @Autowired
    WebTestClient web;

    @Autowired
    Published topics;

    private final String word = "word" + UUID.randomUUID().toString().replace("-", "");
    private final Someone ada = Someone.named("ada");
    private final Someone bo = Someone.named("bo");
    private String adaId = "";
    private String boId = "";

    @BeforeEach
    void everybodyIsHere() {
        adaId = ada.id(web);
        boId = bo.id(web);
        ada.edits(web, """
                {"headline": "%1$s headline", "location": "%1$s town", "timeZone": "Europe/Vienna", "languages": ["de"],
                 "skills": [{"name": "%1$s", "level": "teaches"}], "interests": ["valves"], "askMeAbout": "%1$s at night",
                 "learning": "patience", "purpose": "fewer alarms"}""".formatted(word));
    }

    @Test
    void everyoneSeesWhatNothingIsSaidOf() {
        JsonNode seen = bo.gets(web, "/api/v1/people/" + adaId);
        FIELDS.forEach(field -> assertThat(isEmpty(seen.get(field))).as(field).isFalse());
        assertThat(seen.has("visibility")).isFalse();
    }

    @Test
    void whatIsOnlyForMeIsSeenByNobodyElseHoweverClose() {
        restrict("me");
        bo.puts(web, "/api/v1/people/" + adaId + "/follow");
        ada.puts(web, "/api/v1/people/" + boId + "/follow");

        JsonNode seen = bo.gets(web, "/api/v1/people/" + adaId);
        FIELDS.forEach(field -> assertThat(isEmpty(seen.get(field))).as(field).isTrue());
        JsonNode own = ada.gets(web, "/api/v1/people/" + adaId);
        FIELDS.forEach(field -> assertThat(isEmpty(own.get(field))).as(field).isFalse());
        assertThat(own.at("/visibility/skills").stringValue()).isEqualTo("me");
    }

    @Test
    void theNetworkIsWhomIFollowAndWhoFollowsMe() {
        restrict("network");
        assertThat(isEmpty(bo.gets(web, "/api/v1/people/" + adaId).get("skills")))
                .isTrue();

        bo.puts(web, "/api/v1/people/" + adaId + "/follow");
        JsonNode follower = bo.gets(web, "/api/v1/people/" + adaId);
        FIELDS.forEach(
                field -> assertThat(isEmpty(follower.get(field))).as(field).isFalse());

        bo.deletes(web, "/api/v1/people/" + adaId + "/follow");
        assertThat(isEmpty(bo.gets(web, "/api/v1/people/" + adaId).get("skills")))
                .isTrue();
        ada.puts(web, "/api/v1/people/" + boId + "/follow");
        assertThat(isEmpty(bo.gets(web, "/api/v1/people/" + adaId).get("skills")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"me", "network"})
    void theDirectoryDoesNotFindByWhatItDoesNotShow(String shownTo) {
        List<String> ways = List.of("?q=" + word, "?skill=" + word, "?location=" + word + " town");
        ways.forEach(way -> assertThat(ids("/api/v1/people" + way)).as(way).containsExactly(adaId));
        restrict(shownTo);
        ways.forEach(way -> assertThat(ids("/api/v1/people" + way)).as(way).isEmpty());
        assertThat(bo.gets(web, "/api/v1/people/filters").get("locations").toString())
                .doesNotContain(word);
        assertThat(headlineInList()).isNull();
    }

    @Test
    void theNetworkFindsBySkillAndPlace() {
        restrict("network");
        bo.puts(web, "/api/v1/people/" + adaId + "/follow");
        assertThat(ids("/api/v1/people?skill=" + word)).containsExactly(adaId);
        assertThat(ids("/api/v1/people?location=" + word + " town")).containsExactly(adaId);
        assertThat(headlineInList()).isEqualTo(word + " headline");
    }

    @Test
    void whoCanHelpIsNotToldFromWhatIsHidden() {
        assertThat(bo.gets(web, "/api/v1/experts?topic=" + word).get("items")).hasSize(1);
        restrict("network");
        assertThat(bo.gets(web, "/api/v1/experts?topic=" + word).get("items")).isEmpty();
        bo.puts(web, "/api/v1/people/" + adaId + "/follow");
        assertThat(bo.gets(web, "/api/v1/experts?topic=" + word).get("items")).hasSize(1);
    }

    @Test
    void whoIsBlockedIsNeitherAnExpertNorFoundByASimilarName() {
        String misspelled = word.substring(0, 10) + "zz" + word.substring(12);
        assertThat(ids("/api/v1/people?q=" + misspelled)).contains(adaId);
        ada.asks(web, HttpMethod.PUT, "/api/v1/people/" + boId + "/block")
                .expectStatus()
                .is2xxSuccessful();
        assertThat(bo.gets(web, "/api/v1/experts?topic=" + word).get("items")).isEmpty();
        assertThat(ids("/api/v1/people?q=" + misspelled)).doesNotContain(adaId);
    }

    @Test
    void otherServicesAreToldOnlyWhatEveryoneSees() {
        assertThat(topics.await(PersonChanged.class, adaId, 2).get(1).headline())
                .isEqualTo(word + " headline");
        restrict("network");
        assertThat(topics.await(PersonChanged.class, adaId, 3).get(2).headline())
                .isNull();
    }

    @Test
    void aHiddenWordIsNotSuggestedToOthers() {
        String hidden = "hidden" + word;
        ada.edits(
                web,
                "{\"visibility\": {\"skills\": \"me\"}, \"skills\": [{\"name\": \"%s\", \"level\": \"learns\"}]}"
                        .formatted(hidden));
        assertThat(bo.gets(web, "/api/v1/skills?prefix=" + hidden).get("items")).isEmpty();
    }

    @Test
    void anEditOfOneFieldLeavesTheOthersAsTheyWere() {
        ada.edits(web, "{\"visibility\": {\"skills\": \"me\"}}");
        JsonNode edited = ada.edits(web, "{\"visibility\": {\"purpose\": \"network\"}}");
        assertThat(edited.get("visibility").size()).isEqualTo(2);
        assertThat(ada.edits(web, "{\"visibility\": {\"skills\": \"everyone\"}}")
                        .get("visibility")
                        .size())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"visibility\": 7}",
                "{\"visibility\": {\"displayName\": \"me\"}}",
                "{\"visibility\": {\"skills\": \"friends\"}}"
            })
    void whatCannotBeRestrictedIsRefused(String edit) {
        ada.patches(web, adaId, edit).expectStatus().isBadRequest();
    }

    private void restrict(String shownTo) {
        Map<String, String> visibility = new TreeMap<>();
        FIELDS.forEach(field -> visibility.put(field, shownTo));
        String map = visibility.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\": \"" + each.getValue() + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
        ada.edits(web, "{\"visibility\": " + map + "}");
    }

    private List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        bo.gets(web, path).get("items").forEach(item -> ids.add(item.get("id").stringValue()));
        return ids;
    }

    private @Nullable String headlineInList() {
        JsonNode items = bo.gets(web, "/api/v1/people?q=" + ada.userName()).get("items");
        return items.get(0).get("headline").asString(null);
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || (value.isArray() && value.isEmpty());
    }
}
