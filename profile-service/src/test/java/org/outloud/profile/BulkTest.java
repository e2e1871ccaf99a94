package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** RFC 7644, 3.7. */
@ServiceTest
class BulkTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    @Autowired
    WebTestClient web;

    @Test
    void operationsOfEveryMethodAreAnsweredInTheirOrder() {
        Hr hr = Hr.on(web);
        String mark = mark();
        List<String> there = Bulk.people(hr, 3);
        JsonNode answers = Bulk.runs(
                hr,
                Bulk.post("/Users", "qwerty", user("alice-" + mark)),
                "{\"method\": \"PUT\", \"path\": \"/Users/%s\", \"version\": \"W/\\\"1\\\"\", \"data\": %s}"
                        .formatted(there.get(0), user("bob-" + mark)),
                "{\"method\": \"patch\", \"path\": \"/Users/%s\", \"data\": {\"Operations\": [{\"op\": \"add\", \"path\": \"title\", \"value\": \"Boss\"}]}}"
                        .formatted(there.get(1)),
                "{\"method\": \"DELETE\", \"path\": \"/Users/%s\"}".formatted(there.get(2)),
                "{\"method\": \"DELETE\", \"path\": \"/Users/%s\", \"version\": \"W/\\\"9\\\"\"}"
                        .formatted(there.get(1)));
        assertThat(answers.valueStream().map(answer -> answer.get("status").stringValue()))
                .containsExactly("201", "200", "200", "204", "412");
        assertThat(answers.at("/0/bulkId").stringValue()).isEqualTo("qwerty");
        assertThat(answers.at("/0/version").stringValue()).isEqualTo("W/\"1\"");
        assertThat(answers.at("/1/version").stringValue()).isEqualTo("W/\"2\"");
        assertThat(answers.at("/1/location").stringValue()).endsWith("/scim/v2/Users/" + there.get(0));
        assertThat(answers.at("/4/response/status").stringValue()).isEqualTo("412");
        assertThat(hr.reads(there.get(1)).get("title").stringValue()).isEqualTo("Boss");
        hr.asks(HttpMethod.GET, "/scim/v2/Users/" + there.get(2)).expectStatus().isNotFound();
    }

    @Test
    void aBulkIdStandsForWhatIsCreatedWhereverItComes() {
        Hr hr = Hr.on(web);
        String mark = mark();
        JsonNode answers = Bulk.runs(
                hr,
                Bulk.post(
                        "/Groups",
                        "g",
                        "{\"displayName\": \"Tour guides\", \"members\": [{\"type\": \"User\", \"value\": \"bulkId:u\"}]}"),
                Bulk.post("/Users", "u", user("alice-" + mark)),
                "{\"method\": \"PATCH\", \"path\": \"/Users/bulkId:u\", \"data\": {\"Operations\": [{\"op\": \"replace\", \"path\": \"title\", \"value\": \"Guide\"}]}}");
        assertThat(answers.valueStream().map(answer -> answer.get("status").stringValue()))
                .containsExactly("201", "201", "200");
        String user = idOf(answers.get(1));
        JsonNode group = Someone.body(hr.asks(HttpMethod.GET, "/scim/v2/Groups/" + idOf(answers.get(0)))
                .expectStatus()
                .isOk());
        assertThat(group.at("/members/0/value").stringValue()).isEqualTo(user);
        assertThat(hr.reads(user).get("title").stringValue()).isEqualTo("Guide");
    }

    @Test
    void peopleMayReferToEachOtherInACircle() {
        Hr hr = Hr.on(web);
        String mark = mark();
        JsonNode answers = Bulk.runs(
                hr,
                Bulk.post("/Users", "a", managed("a-" + mark, "b")),
                Bulk.post("/Users", "b", managed("b-" + mark, "a")));
        assertThat(answers.valueStream().map(answer -> answer.get("status").stringValue()))
                .containsExactly("201", "201");
        String a = idOf(answers.get(0));
        String b = idOf(answers.get(1));
        assertThat(hr.reads(a).path(ENTERPRISE).at("/manager/value").stringValue())
                .isEqualTo(b);
        assertThat(hr.reads(b).path(ENTERPRISE).at("/manager/value").stringValue())
                .isEqualTo(a);
    }

    @Test
    void theRestIsLeftUndoneAfterAsManyErrorsAsTheClientBears() {
        Hr hr = Hr.on(web);
        String mark = mark();
        List<String> operations = List.of(
                Bulk.post("/Users", "1", "{}"),
                Bulk.post("/Users", "2", user("u-" + mark)),
                Bulk.post("/Users", "3", user("U-" + mark)),
                Bulk.post("/Users", "4", user("v-" + mark)));
        JsonNode answers = Bulk.runs(hr, "\"failOnErrors\": 2, ", operations);
        assertThat(answers.valueStream().map(answer -> answer.get("status").stringValue()))
                .containsExactly("400", "201", "409");
        assertThat(answers.at("/0/response/scimType").stringValue()).isEqualTo("invalidValue");
        assertThat(answers.at("/2/response/scimType").stringValue()).isEqualTo("uniqueness");
        assertThat(hr.finds("userName eq \"v-" + mark + "\"")
                        .get("totalResults")
                        .intValue())
                .isZero();
    }

    @Test
    void whatCannotBeIsAnErrorOfItsOwn() {
        Hr hr = Hr.on(web);
        JsonNode answers = Bulk.runs(
                hr,
                "{\"method\": \"POST\", \"path\": \"/Users\", \"data\": {\"userName\": \"x\"}}",
                "{\"method\": \"GET\", \"path\": \"/Users/1\"}",
                "{\"method\": \"POST\", \"path\": \"/Cats\", \"bulkId\": \"c\", \"data\": {}}",
                "{\"method\": \"PUT\", \"path\": \"/Users\", \"data\": {}}",
                "{\"method\": \"PATCH\", \"path\": \"/Users/bulkId:nobody\", \"data\": {}}",
                "{\"method\": \"PUT\", \"path\": \"/Users/1\"}",
                "7");
        assertThat(answers.valueStream().map(answer -> answer.get("status").stringValue()))
                .containsExactly("400", "400", "400", "400", "409", "400", "400");
    }

    @Test
    void tooManyOrTooLargeIsRefusedAsAWhole() {
        Hr hr = Hr.on(web);
        String operation = "{\"method\": \"DELETE\", \"path\": \"/Users/1\"}";
        hr.sends(HttpMethod.POST, "/scim/v2/Bulk", Bulk.request("", Collections.nCopies(1_001, operation)))
                .expectStatus()
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE)
                .expectHeader()
                .contentType(Hr.SCIM);
        String large = Bulk.post("/Users", "u", user("x".repeat(1_100_000)));
        hr.sends(HttpMethod.POST, "/scim/v2/Bulk", Bulk.request("", List.of(large)))
                .expectStatus()
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
        for (String body : List.of(
                "{}",
                "{\"Operations\": []}",
                "{\"Operations\": 7}",
                "{\"failOnErrors\": 0, \"Operations\": [{}]}",
                "[]")) {
            hr.sends(HttpMethod.POST, "/scim/v2/Bulk", body).expectStatus().isBadRequest();
        }
    }

    private static String idOf(JsonNode answer) {
        String location = answer.get("location").stringValue();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String user(String userName) {
        return "{\"schemas\": [\"urn:ietf:params:scim:schemas:core:2.0:User\"], \"userName\": \"" + userName + "\"}";
    }

    private static String managed(String userName, String manager) {
        return "{\"userName\": \"%s\", \"%s\": {\"manager\": {\"value\": \"bulkId:%s\"}}}"
                .formatted(userName, ENTERPRISE, manager);
    }

    private static String mark() {
        return UUID.randomUUID().toString().substring(0, 13);
    }
}
