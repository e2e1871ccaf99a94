package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

@ServiceTest
class PeopleTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Published topics;

    @Test
    void anEditOfOnesOwnProfileIsKeptAndTold() {
        Someone ada = Someone.named("ada");
        String id = ada.id(web);

        JsonNode edited = ada.edits(web, """
                {"displayName": "Ada Lindqvist", "headline": "Keeps pumps alive", "department": "Pumps",
                 "timeZone": "Europe/Vienna", "skills": [{"name": "Alarms", "level": "teaches"}],
                 "languages": ["de"], "interests": ["valves"], "askMeAbout": "the night of the alarm"}""");

        assertThat(edited.get("skills").toString()).isEqualTo("[{\"name\":\"Alarms\",\"level\":\"teaches\"}]");
        assertThat(Someone.named("bo")
                        .gets(web, "/api/v1/people/" + id)
                        .get("headline")
                        .stringValue())
                .isEqualTo("Keeps pumps alive");
        PersonChanged told = topics.await(PersonChanged.class, id, 2).get(1);
        assertThat(told.displayName()).isEqualTo("Ada Lindqvist");
        assertThat(told.department()).isEqualTo("Pumps");
        assertThat(told.version()).isEqualTo(2);
    }

    @Test
    void anEditThatChangesNothingKeepsTheVersion() {
        Someone ada = Someone.named("ada");
        String id = ada.id(web);
        ada.edits(web, "{\"headline\": \"Same\"}");
        ada.patches(web, id, "{\"headline\": \" Same \"}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"2\"");
    }

    @Test
    void aJobTitleIsHiddenUntilItsBearerShowsIt() {
        Someone ada = Someone.named("ada");
        Someone bo = Someone.named("bo");
        String id = ada.id(web);

        JsonNode own = ada.edits(web, "{\"jobTitle\": \"Engineer\"}");
        assertThat(own.get("jobTitle").stringValue()).isEqualTo("Engineer");
        assertThat(own.get("jobTitleShown").booleanValue()).isFalse();
        JsonNode seen = bo.gets(web, "/api/v1/people/" + id);
        assertThat(seen.get("jobTitle").isNull()).isTrue();
        assertThat(seen.has("jobTitleShown")).isFalse();

        ada.edits(web, "{\"jobTitleShown\": true}");
        assertThat(bo.gets(web, "/api/v1/people/" + id).get("jobTitle").stringValue())
                .isEqualTo("Engineer");
    }

    @Test
    void nobodyEditsSomebodyElse() {
        String ada = Someone.named("ada").id(web);
        Someone.named("bo", "admin")
                .patches(web, ada, "{\"headline\": \"Mine now\"}")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/not-your-profile");
    }

    @Test
    void anEditOfAnOlderVersionIsStaleAndChangesNothing() {
        Someone ada = Someone.named("ada");
        String id = ada.id(web);
        ada.edits(web, "{\"headline\": \"Second\"}");
        web.patch()
                .uri("/api/v1/people/" + id)
                .headers(headers -> headers.setBearerAuth(ada.token()))
                .header(HttpHeaders.IF_MATCH, "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"headline\": \"Late\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_FAILED);
        assertThat(ada.gets(web, "/api/v1/people/" + id).get("headline").stringValue())
                .isEqualTo("Second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "{\"headline\":", "{\"headline\": 7}", "{\"headline\": \"a\\u0000\"}", ""})
    void whatIsNoEditIsABadRequest(String body) {
        Someone ada = Someone.named("ada");
        ada.patches(web, ada.id(web), body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aBodyBeyondAllMeasureIsRefused() {
        Someone ada = Someone.named("ada");
        ada.patches(web, ada.id(web), "{\"purpose\": \"" + "x".repeat(1_000_000) + "\"}")
                .expectStatus()
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void aFaultyFieldIsNamed() {
        Someone ada = Someone.named("ada");
        ada.patches(web, ada.id(web), "{\"skills\": [{\"name\": \"Go\", \"level\": \"masters\"}]}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("skills[0].level")
                .jsonPath("$.errors[0].code")
                .isEqualTo("unknown-value");
    }

    @Test
    void whoDoesNotExistIsNotFoundAndWhatIsNoIdIsABadRequest() {
        Someone ada = Someone.named("ada");
        String nobody = UUID.randomUUID().toString();
        for (String path : List.of("", "/followers", "/following")) {
            ada.refused(web, HttpMethod.GET, "/api/v1/people/" + nobody + path).isNotFound();
        }
        ada.patches(web, nobody, "{}").expectStatus().isNotFound();
        ada.refused(web, HttpMethod.PUT, "/api/v1/people/" + nobody + "/follow").isNotFound();
        ada.refused(web, HttpMethod.DELETE, "/api/v1/people/" + nobody + "/follow")
                .isNotFound();
        ada.refused(web, HttpMethod.GET, "/api/v1/people/not-an-id").isBadRequest();
    }

    @Test
    void theDirectoryFindsByBegunWordsOfNamesAndProfilesAndByExactValues() {
        String mark = "m" + UUID.randomUUID().toString().substring(0, 8);
        Someone ada = Someone.named("ada");
        ada.edits(web, """
                {"displayName": "Änne-Marie Özdemir %1$s", "department": "Pumps %1$s", "location": "Graz %1$s",
                 "skills": [{"name": "Alarms %1$s", "level": "learns"}], "askMeAbout": "Sonnenuntergang%1$s"}""".formatted(mark));
        Someone bo = Someone.named("bo");
        bo.edits(web, "{\"displayName\": \"Bo %s\"}".formatted(mark));

        assertThat(found(bo, "q={q}", mark)).hasSize(2);
        for (String q : List.of("öZDE " + mark, "marie " + mark, "sonnenuntergang" + mark, "alarm " + mark)) {
            assertThat(found(bo, "q={q}", q)).as(q).hasSize(1);
        }
        assertThat(found(bo, "q={q}", ada.userName())).hasSize(1);
        assertThat(found(bo, "department={d}", "Pumps " + mark)).hasSize(1);
        assertThat(found(bo, "location={l}", "Graz " + mark)).hasSize(1);
        assertThat(found(bo, "skill={s}", "ALARMS " + mark)).hasSize(1);
        assertThat(found(bo, "department={d}", "pumps")).isEmpty();
        assertThat(found(bo, "q={q}&skill={s}", "Bo " + mark, "Alarms " + mark)).isEmpty();
    }

    @Test
    void pagesOfTheDirectoryNeitherRepeatNorSkipWhileOthersArrive() {
        String department = "D" + UUID.randomUUID();
        for (String name : List.of("Cleo", "ada", "Bo", "bo", "Ädile")) {
            joins(name, department);
        }
        Someone reader = Someone.named("reader");
        List<String> names = new ArrayList<>();
        String path = "/api/v1/people?limit=2&department=" + department;
        String cursor = "";
        while (cursor != null) {
            JsonNode page = reader.gets(web, path + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.get("items").forEach(item -> names.add(item.get("displayName").stringValue()));
            cursor = page.get("next").isNull() ? null : page.get("next").stringValue();
            joins("Aaron", department);
        }
        assertThat(names).hasSize(5).doesNotHaveDuplicates().contains("Cleo", "Ädile");
        assertThat(names.get(0)).isEqualTo("ada");
    }

    @Test
    void aBadCursorLimitOrWordIsABadRequest() {
        Someone ada = Someone.named("ada");
        for (String query : List.of("cursor=nonsense", "limit=0", "limit=101", "limit=x", "q=a%00b")) {
            web.get()
                    .uri(uri -> URI.create(uri.path("/api/v1/people").build() + "?" + query))
                    .headers(headers -> headers.setBearerAuth(ada.token()))
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
    }

    @Test
    void theNextPageIsLinked() {
        String department = "L" + UUID.randomUUID();
        joins("One", department);
        joins("Two", department);
        String link = Someone.named("ada")
                .asks(web, HttpMethod.GET, "/api/v1/people?limit=1&department=" + department)
                .expectStatus()
                .isOk()
                .returnResult()
                .getResponseHeaders()
                .getFirst(HttpHeaders.LINK);
        assertThat(link).startsWith("</api/v1/people?").contains("cursor=").endsWith("; rel=\"next\"");
    }

    @Test
    void whoLeftIsInNoListButKeepsTheirProfile() {
        String department = "Gone" + UUID.randomUUID();
        Someone gil = Someone.named("gil");
        String id = gil.id(web);
        gil.edits(web, "{\"department\": \"" + department + "\"}");
        Hr.on(web)
                .asks(HttpMethod.DELETE, "/scim/v2/Users/" + id)
                .expectStatus()
                .isNoContent();

        Someone bo = Someone.named("bo");
        assertThat(found(bo, "department={d}", department)).isEmpty();
        assertThat(bo.gets(web, "/api/v1/people/" + id).get("active").booleanValue())
                .isFalse();
        bo.refused(web, HttpMethod.PUT, "/api/v1/people/" + id + "/follow").isNotFound();
    }

    @Test
    void editsAtOnceLoseNoVersion() {
        Someone ada = Someone.named("ada");
        String id = ada.id(web);
        Flux<Integer> edits = Flux.range(0, 40)
                .flatMap(
                        i -> Mono.fromCallable(() -> ada.patches(web, id, "{\"headline\": \"h" + i + "\"}")
                                        .returnResult()
                                        .getStatus()
                                        .value())
                                .subscribeOn(Schedulers.boundedElastic()),
                        20);
        StepVerifier.create(edits.collectList())
                .assertNext(statuses -> assertThat(statuses).hasSize(40).containsOnly(200))
                .expectComplete()
                .verify(Duration.ofSeconds(60));
        assertThat(topics.await(PersonChanged.class, id, 41))
                .extracting(PersonChanged::version)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private List<JsonNode> found(Someone reader, String query, Object... values) {
        JsonNode page = Someone.body(web.get()
                .uri("/api/v1/people?" + query, values)
                .headers(headers -> headers.setBearerAuth(reader.token()))
                .exchange()
                .expectStatus()
                .isOk());
        List<JsonNode> found = new ArrayList<>();
        page.get("items").forEach(found::add);
        return found;
    }

    private void joins(String displayName, String department) {
        Hr.on(web)
                .creates(Map.of(
                        "userName",
                        "j-" + UUID.randomUUID(),
                        "displayName",
                        displayName,
                        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                        Map.of("department", department)));
    }
}
