package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.event.FollowChanged;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class PeopleImportTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Published topics;

    private final Someone admin = Someone.named("admin", "admin");

    @Test
    void peopleAndTheirFollowsComeInOnceInAnyOrderOfLines() {
        String m = mark();
        String lines = """
                {"type":"follow","from":"BO-%1$s","to":"ada-%1$s"}
                {"type":"person","externalId":"1-%1$s","userName":"ada-%1$s","displayName":"Ada Lindqvist","email":"ada-%1$s@outloud.example","department":"Pumps","jobTitle":"Engineer","location":"Graz","timeZone":"Europe/Vienna","languages":["de"],"skills":[{"name":"Alarms","level":"teaches"}],"interests":["valves"],"askMeAbout":"alarms","learning":"Go","purpose":"quiet nights","headline":"Keeps pumps alive"}
                {"type":"person","externalId":"2-%1$s","userName":"bo-%1$s"}

                {"type":"follow","from":"bo-%1$s","to":"ada-%1$s"}
                {"type":"person","externalId":"3-%1$s","userName":"gil-%1$s","active":false}
                """.formatted(m);

        JsonNode first = imported(lines, false);

        assertThat(first.get("rejected")).as(first.toString()).isEmpty();
        assertThat(first.get("created").intValue()).isEqualTo(4);
        assertThat(first.get("unchanged").intValue()).isEqualTo(1);
        JsonNode ada = person("ada-" + m);
        assertThat(ada.get("title").stringValue()).isEqualTo("Engineer");
        String adaId = ada.get("id").stringValue();
        JsonNode profile = admin.gets(web, "/api/v1/people/" + adaId);
        assertThat(profile.get("followers").intValue()).isEqualTo(1);
        assertThat(profile.get("headline").stringValue()).isEqualTo("Keeps pumps alive");
        assertThat(person("gil-" + m).get("active").booleanValue()).isFalse();

        JsonNode second = imported(lines, false);

        assertThat(second.get("unchanged").intValue()).isEqualTo(5);
        assertThat(second.get("created").intValue() + second.get("updated").intValue())
                .isZero();

        JsonNode third =
                imported("{\"type\":\"person\",\"userName\":\"ADA-%s\",\"headline\":\"New\"}".formatted(m), false);
        assertThat(third.get("updated").intValue()).as(third.toString()).isEqualTo(1);
        assertThat(topics.await(PersonChanged.class, adaId, 2))
                .extracting(PersonChanged::version)
                .containsExactly(1L, 2L);
        String boId = person("bo-" + m).get("id").stringValue();
        assertThat(topics.await(FollowChanged.class, boId + "/" + adaId, 1)).hasSize(1);
        assertThat(admin.gets(web, "/api/v1/people/" + adaId).get("department").stringValue())
                .isEqualTo("Pumps");
    }

    @Test
    void aGoodLineIsNotLostToABadOne() {
        String m = mark();
        String lines = """
                {"type":"person","userName":"a-%1$s","email":"a-%1$s@outloud.example","externalId":"x-%1$s"}
                {"type":"person"}
                {"type":"person","userName":"b-%1$s","timeZone":"Europe/Atlantis"}
                {"type":"person","userName":"c-%1$s","email":"A-%1$s@outloud.example"}
                {"type":"person","userName":"d-%1$s","externalId":"x-%1$s"}
                {"type":"person","userName":"e-%1$s","skills":[{"name":"x","level":"masters"}]}
                {"type":"person","userName":"f-%1$s","active":"yes"}
                {"type":"follow","from":"a-%1$s","to":"nobody-%1$s"}
                {"type":"follow","from":"nobody-%1$s","to":"a-%1$s"}
                {"type":"follow","from":"a-%1$s","to":"A-%1$s"}
                {"type":"follow","to":"a-%1$s"}
                """.formatted(m);

        JsonNode report = imported(lines, false);

        assertThat(report.get("created").intValue()).as(report.toString()).isEqualTo(1);
        assertThat(rejected(report))
                .containsExactly(
                        "2 userName required",
                        "3 timeZone unknown-value",
                        "4 email taken",
                        "5 externalId taken",
                        "6 skills[0].level unknown-value",
                        "7 active malformed",
                        "8 to unknown-person",
                        "9 from unknown-person",
                        "10 to following-oneself",
                        "11 from required");
    }

    @Test
    void twoThousandPeopleAndTheirFollowsComeInByBatches() {
        String m = mark();
        String persons = IntStream.range(0, 2_000)
                .mapToObj(i ->
                        "{\"type\":\"person\",\"userName\":\"p%d-%s\",\"externalId\":\"%d-%s\"}".formatted(i, m, i, m))
                .collect(Collectors.joining("\n"));
        String follows = IntStream.range(1, 2_000)
                .mapToObj(i -> "{\"type\":\"follow\",\"from\":\"p%d-%s\",\"to\":\"p0-%s\"}".formatted(i, m, m))
                .collect(Collectors.joining("\n"));

        JsonNode report = imported(follows + "\n" + persons, false);

        assertThat(report.get("created").intValue()).as(report.toString()).isEqualTo(3_999);
        String id = person("p0-" + m).get("id").stringValue();
        assertThat(admin.gets(web, "/api/v1/people/" + id).get("followers").intValue())
                .isEqualTo(1_999);
    }

    @Test
    void anImportTakesInWhoSignedInBeforeAndLeavesUndoneWhatPeopleUndid() {
        Someone ada = Someone.named("ada");
        Someone bo = Someone.named("bo");
        String adaId = ada.id(web);
        bo.puts(web, "/api/v1/people/" + adaId + "/follow");
        bo.deletes(web, "/api/v1/people/" + adaId + "/follow");

        JsonNode report = imported("""
                {"type":"person","userName":"%1$s","department":"Pumps"}
                {"type":"follow","from":"%2$s","to":"%1$s"}
                """.formatted(ada.userName(), bo.userName()), false);

        assertThat(report.get("updated").intValue()).isEqualTo(1);
        assertThat(report.get("unchanged").intValue()).isEqualTo(1);
        JsonNode profile = bo.gets(web, "/api/v1/people/" + adaId);
        assertThat(profile.get("department").stringValue()).isEqualTo("Pumps");
        assertThat(profile.at("/mine/followed").booleanValue()).isFalse();
    }

    @Test
    void aDryRunReportsAndKeepsNothing() {
        String m = mark();
        JsonNode report = imported("{\"type\":\"person\",\"userName\":\"dry-%s\"}".formatted(m), true);
        assertThat(report.get("created").intValue()).isEqualTo(1);
        assertThat(Hr.on(web)
                        .finds("userName eq \"dry-%s\"".formatted(m))
                        .get("totalResults")
                        .intValue())
                .isZero();
    }

    @Test
    void onlyAdministratorsBringHistoryIn() {
        Someone.named("ada")
                .asks(web, HttpMethod.GET, "/api/v1/imports/" + UUID.randomUUID())
                .expectStatus()
                .isForbidden();
        post(Someone.named("ada"), "{}", false).expectStatus().isForbidden();
    }

    private JsonNode imported(String lines, boolean dryRun) {
        String job = Objects.requireNonNull(post(admin, lines, dryRun)
                        .expectStatus()
                        .isAccepted()
                        .returnResult()
                        .getResponseHeaders()
                        .getLocation())
                .toString();
        assertThat(job).startsWith("/api/v1/imports/").endsWith("1");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> admin.gets(web, job).get("state").stringValue().equals("done"));
        return admin.gets(web, job);
    }

    private WebTestClient.ResponseSpec post(Someone caller, String lines, boolean dryRun) {
        return web.post()
                .uri("/api/v1/imports/people?dryRun=" + dryRun)
                .headers(headers -> headers.setBearerAuth(caller.token()))
                .contentType(MediaType.APPLICATION_NDJSON)
                .bodyValue(lines)
                .exchange();
    }

    private static List<String> rejected(JsonNode report) {
        return report.get("rejected")
                .valueStream()
                .map(line ->
                        line.get("line").intValue() + " " + line.get("field").stringValue() + " "
                                + line.get("code").stringValue())
                .toList();
    }

    private JsonNode person(String userName) {
        return Hr.on(web).finds("userName eq \"" + userName + "\"").at("/Resources/0");
    }

    private static String mark() {
        return UUID.randomUUID().toString().substring(0, 13);
    }
}
