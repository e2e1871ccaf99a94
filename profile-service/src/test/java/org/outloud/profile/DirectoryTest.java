package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Finding people whose names are hard to spell, and by what they have in common. */
@ServiceTest
class DirectoryTest {

    @Autowired
    WebTestClient web;

    private final String salt = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @ValueSource(strings = {"Lindquist", "Lindqvst", "linqvist", "Ada Lindquist", "Lindquist Ada"})
    void aMisspelledNameFindsItsBearer(String typed) {
        Someone ada = Someone.named("ada");
        ada.edits(web, "{\"displayName\": \"Ada Lindqvist\", \"department\": \"%s\"}".formatted(salt));
        assertThat(ids(ada, "?department=" + salt + "&q=" + typed)).containsExactly(ada.id(web));
    }

    @Test
    void whoIsSpelledExactlySoComesWithoutThoseWhoAreNot() {
        Someone exact = Someone.named("exact");
        Someone near = Someone.named("near");
        exact.edits(web, "{\"displayName\": \"Jon Okonkwo\", \"department\": \"%s\"}".formatted(salt));
        near.edits(web, "{\"displayName\": \"Jon Okonkwa\", \"department\": \"%s\"}".formatted(salt));
        assertThat(ids(exact, "?department=" + salt + "&q=Okonkwo")).containsExactly(exact.id(web));
    }

    @Test
    void theNearestComesFirst() {
        Someone nearer = Someone.named("nearer");
        Someone farther = Someone.named("farther");
        farther.edits(web, "{\"displayName\": \"Aa Raghunath\", \"department\": \"%s\"}".formatted(salt));
        nearer.edits(web, "{\"displayName\": \"Zz Raghunathan\", \"department\": \"%s\"}".formatted(salt));
        assertThat(ids(nearer, "?department=" + salt + "&q=Ragunathan"))
                .startsWith(nearer.id(web))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void whoLeftIsNotFoundByASimilarName() {
        Someone ada = Someone.named("ada");
        Someone bo = Someone.named("bo");
        String id = ada.id(web);
        ada.edits(web, "{\"displayName\": \"Ada Lindqvist\", \"department\": \"%s\"}".formatted(salt));
        Hr.on(web)
                .asks(HttpMethod.DELETE, "/scim/v2/Users/" + id)
                .expectStatus()
                .isNoContent();
        assertThat(ids(bo, "?department=" + salt + "&q=Lindquist")).isEmpty();
    }

    @Test
    void onlyThoseWhomOneFollowsAreFoundWhenThatIsAsked() {
        Someone ada = Someone.named("ada");
        Someone bo = Someone.named("bo");
        Someone carla = Someone.named("carla");
        for (Someone one : List.of(ada, bo, carla)) {
            one.edits(web, "{\"department\": \"%s\"}".formatted(salt));
        }
        bo.edits(web, "{\"displayName\": \"Bo Nakamura\"}");
        carla.edits(web, "{\"displayName\": \"Carla Nakamura\"}");
        ada.puts(web, "/api/v1/people/" + bo.id(web) + "/follow");
        carla.puts(web, "/api/v1/people/" + ada.id(web) + "/follow");

        String mine = "?following=true&department=" + salt;
        assertThat(ids(ada, mine)).containsExactly(bo.id(web));
        assertThat(ids(ada, mine + "&q=Nakamurra")).containsExactly(bo.id(web));
        assertThat(ids(bo, mine)).isEmpty();
        assertThat(ids(ada, "?following=false&department=" + salt)).hasSize(3);
    }

    @Test
    void nonsenseFindsNobody() {
        assertThat(ids(Someone.named("ada"), "?q=xqzwvk" + salt)).isEmpty();
    }

    @Test
    void theFiltersAreWhatPeopleHave() {
        Someone ada = Someone.named("ada");
        ada.edits(web, "{\"department\": \"Pumps %1$s\", \"location\": \"Lyon %1$s\"}".formatted(salt));
        Someone.named("bo").edits(web, "{\"department\": \"Pumps %1$s\", \"location\": \"Graz %1$s\"}".formatted(salt));
        JsonNode filters = ada.gets(web, "/api/v1/people/filters");
        assertThat(texts(filters.get("departments"))).containsOnlyOnce("Pumps " + salt);
        assertThat(texts(filters.get("locations"))).containsSubsequence("Graz " + salt, "Lyon " + salt);
    }

    @Test
    void skillsAreSpelledAsTheFirstSpelledThem() {
        Someone ada = Someone.named("ada");
        Someone bo = Someone.named("bo");
        ada.edits(web, skill("Threat Modelling " + salt));
        JsonNode edited = bo.edits(web, skill("threat  MODELLING " + salt));

        assertThat(edited.at("/skills/0/name").stringValue()).isEqualTo("Threat Modelling " + salt);
        JsonNode suggested = bo.gets(web, "/api/v1/skills?prefix=threat m");
        assertThat(suggested.get("items").toString()).contains("Threat Modelling " + salt);
        assertThat(bo.gets(web, "/api/v1/skills?prefix=odelling " + salt).get("items"))
                .isEmpty();
    }

    @Test
    void interestsAndSkillsShareTheirWords() {
        Someone ada = Someone.named("ada");
        ada.edits(web, skill("Sterile Packaging " + salt));
        JsonNode edited = ada.edits(
                web, "{\"interests\": [\"sterile packaging %1$s\", \"STERILE packaging %1$s\"]}".formatted(salt));
        assertThat(texts(edited.get("interests"))).containsExactly("Sterile Packaging " + salt);
    }

    private static String skill(String name) {
        return "{\"skills\": [{\"name\": \"%s\", \"level\": \"works-with\"}]}".formatted(name);
    }

    private List<String> ids(Someone reader, String query) {
        List<String> ids = new ArrayList<>();
        reader.gets(web, "/api/v1/people" + query)
                .get("items")
                .forEach(item -> ids.add(item.get("id").stringValue()));
        return ids;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.stringValue()));
        return texts;
    }
}
