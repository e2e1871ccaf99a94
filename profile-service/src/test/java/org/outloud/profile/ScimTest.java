package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.platform.testing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** SCIM as Entra ID and Okta speak it, in the request shapes that their documentation shows. */
@ServiceTest
class ScimTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    @Autowired
    WebTestClient web;

    @Autowired
    Published topics;

    @Test
    void entraCreatesFindsMovesAndDeactivates() {
        Hr entra = Hr.on(web);
        String mark = mark();
        assertThat(entra.finds("externalId eq \"%s\"".formatted(mark))
                        .get("totalResults")
                        .intValue())
                .isZero();

        JsonNode created = Someone.body(entra.sends(HttpMethod.POST, "/scim/v2/Users", """
                        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User",
                            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
                         "externalId": "%1$s",
                         "userName": "Test_User_%1$s@outloud.example",
                         "active": true,
                         "displayName": "Lennart Holm",
                         "emails": [{"primary": true, "type": "work", "value": "lennart_%1$s@outloud.example"}],
                         "meta": {"resourceType": "User"},
                         "name": {"formatted": "Lennart Holm", "familyName": "Holm", "givenName": "Lennart"},
                         "title": "Operator",
                         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "Pumps"},
                         "roles": []}""".formatted(mark))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .contentType(Hr.SCIM)
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "W/\"1\"")
                .expectHeader()
                .exists(HttpHeaders.LOCATION));
        String id = created.get("id").stringValue();
        assertThat(created.at("/meta/location").stringValue()).matches("http://localhost:\\d+/scim/v2/Users/" + id);
        assertThat(created.at("/meta/version").stringValue()).isEqualTo("W/\"1\"");
        assertThat(created.path(ENTERPRISE).get("department").stringValue()).isEqualTo("Pumps");

        for (String filter : List.of(
                "userName eq \"TEST_user_%s@outloud.example\"",
                "externalId eq \"%s\"",
                "emails[type eq \"work\" and value eq \"Lennart_%s@outloud.example\"]",
                "emails.value eq \"lennart_%s@outloud.example\" and active eq true",
                "userName eq \"nobody\" or externalId eq \"%s\"")) {
            assertThat(entra.finds(filter.formatted(mark)).at("/Resources/0/id").asString())
                    .as(filter)
                    .isEqualTo(id);
        }

        JsonNode moved = Someone.body(
                entra.patches(id, """
                        {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                         "Operations": [
                           {"op": "Replace", "path": "emails[type eq \\"work\\"].value", "value": "l.holm_%1$s@outloud.example"},
                           {"op": "Replace", "path": "name.familyName", "value": "Holm-Berg"},
                           {"op": "Add", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
                            "value": "Valves"},
                           {"op": "Add", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager",
                            "value": "boss-7"},
                           {"op": "Replace", "path": "displayName", "value": "Lennart Holm-Berg"}]}""".formatted(mark)).expectStatus().isOk());
        assertThat(moved.at("/emails/0/value").stringValue()).isEqualTo("l.holm_%s@outloud.example".formatted(mark));
        assertThat(moved.at("/name/familyName").stringValue()).isEqualTo("Holm-Berg");
        assertThat(moved.path(ENTERPRISE).get("department").stringValue()).isEqualTo("Valves");
        assertThat(moved.path(ENTERPRISE).at("/manager/value").stringValue()).isEqualTo("boss-7");

        JsonNode out = Someone.body(entra.patches(id, """
                        {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                         "Operations": [{"op": "Replace", "path": "active", "value": "False"}]}""").expectStatus().isOk());
        assertThat(out.get("active").booleanValue()).isFalse();
        List<PersonChanged> told = topics.await(PersonChanged.class, id, 3);
        assertThat(told).extracting(PersonChanged::active).containsExactly(true, true, false);
        assertThat(told.get(1).department()).isEqualTo("Valves");
    }

    @Test
    void entraAddsAnAddressOfATypeThatIsNotThereYet() {
        Hr entra = Hr.on(web);
        String mark = mark();
        String id = entra.creates(Map.of("userName", "u-" + mark));
        JsonNode patched = Someone.body(
                entra.patches(id, """
                        {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                         "Operations": [
                           {"op": "Add", "path": "emails[type eq \\"work\\"].value", "value": "u-%s@outloud.example"}]}""".formatted(mark)).expectStatus().isOk());
        assertThat(patched.at("/emails/0/value").stringValue()).isEqualTo("u-%s@outloud.example".formatted(mark));
        assertThat(patched.at("/emails/0/type").stringValue()).isEqualTo("work");
    }

    @Test
    void oktaCreatesReplacesAndDeactivatesWithoutAPath() {
        Hr okta = Hr.on(web);
        String mark = mark();
        assertThat(okta.finds("userName eq \"isaac.%s@okta.example\"".formatted(mark))
                        .get("Resources"))
                .isEmpty();
        JsonNode created = Someone.body(okta.sends(HttpMethod.POST, "/scim/v2/Users", """
                        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
                         "userName": "isaac.%1$s@okta.example",
                         "name": {"givenName": "Isaac", "familyName": "Brock"},
                         "emails": [{"primary": true, "value": "isaac.%1$s@okta.example", "type": "work"}],
                         "displayName": "Isaac Brock",
                         "locale": "en-US",
                         "externalId": "00u%1$s",
                         "groups": [],
                         "password": "1mz050nq",
                         "active": true}""".formatted(mark))
                .expectStatus()
                .isCreated());
        String id = created.get("id").stringValue();
        assertThat(created.has("password")).isFalse();
        assertThat(okta.finds("userName eq \"isaac.%s@okta.example\"".formatted(mark))
                        .get("totalResults")
                        .intValue())
                .isEqualTo(1);

        JsonNode replaced = Someone.body(okta.sends(HttpMethod.PUT, "/scim/v2/Users/" + id, """
                        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
                         "id": "%2$s",
                         "userName": "isaac.%1$s@okta.example",
                         "name": {"givenName": "Isaac", "middleName": "", "familyName": "Brook"},
                         "emails": [{"primary": true, "value": "isaac.%1$s@okta.example", "type": "work"}],
                         "externalId": "00u%1$s",
                         "active": true,
                         "meta": {"resourceType": "User"}}""".formatted(mark, id))
                .expectStatus()
                .isOk());
        assertThat(replaced.get("displayName").stringValue()).isEqualTo("Isaac Brook");
        assertThat(replaced.has("locale")).isFalse();

        okta.patches(id, """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                 "Operations": [{"op": "replace", "value": {"active": false}}]}""").expectStatus().isOk();
        assertThat(okta.reads(id).get("active").booleanValue()).isFalse();
    }

    @Test
    void writingWhatIsSoAlreadyTellsNobody() {
        Hr hr = Hr.on(web);
        String mark = mark();
        String user = "{\"userName\": \"u-%1$s\", \"displayName\": \"Una\", \"active\": true}".formatted(mark);
        String id = Someone.body(hr.sends(HttpMethod.POST, "/scim/v2/Users", user)
                        .expectStatus()
                        .isCreated())
                .get("id")
                .stringValue();
        hr.sends(HttpMethod.PUT, "/scim/v2/Users/" + id, user)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "W/\"1\"");
        hr.patches(id, patch("{\"op\": \"add\", \"path\": \"displayName\", \"value\": \"Una\"}"))
                .expectStatus()
                .isOk();
        hr.patches(id, patch("{\"op\": \"replace\", \"path\": \"displayName\", \"value\": \"Duna\"}"))
                .expectStatus()
                .isOk();

        assertThat(topics.await(PersonChanged.class, id, 2))
                .extracting(PersonChanged::version)
                .containsExactly(1L, 2L);
    }

    @Test
    void aSecondPersonOfTheSameNameIsAConflict() {
        Hr hr = Hr.on(web);
        String mark = mark();
        hr.creates(Map.of("userName", "u-" + mark, "emails", List.of(Map.of("value", mark + "@outloud.example"))));
        for (Map<String, ?> rival : List.<Map<String, ?>>of(
                Map.of("userName", "U-" + mark),
                Map.of("userName", "v-" + mark, "emails", List.of(Map.of("value", mark + "@OUTLOUD.example"))))) {
            hr.post(rival)
                    .expectStatus()
                    .isEqualTo(HttpStatus.CONFLICT)
                    .expectHeader()
                    .contentType(Hr.SCIM)
                    .expectBody()
                    .jsonPath("$.schemas[0]")
                    .isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error")
                    .jsonPath("$.status")
                    .isEqualTo("409")
                    .jsonPath("$.scimType")
                    .isEqualTo("uniqueness");
        }
        String other = hr.creates(Map.of("userName", "w-" + mark));
        hr.patches(other, patch("{\"op\": \"replace\", \"path\": \"userName\", \"value\": \"u-" + mark + "\"}"))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void whoeverSignedInBeforeIsTakenOverByHrsCreation() {
        Someone ada = Someone.named("ada");
        String id = ada.id(web);
        assertThat(Hr.on(web).creates(Map.of("userName", ada.userName(), "displayName", "Ada Lindqvist")))
                .isEqualTo(id);
        assertThat(ada.gets(web, "/api/v1/me").at("/person/displayName").stringValue())
                .isEqualTo("Ada Lindqvist");
    }

    @Test
    void theDeletedAreGoneForScimAndComeBackWhenCreatedAgain() {
        Hr hr = Hr.on(web);
        Map<String, String> user = Map.of("userName", "u-" + mark());
        String id = hr.creates(user);

        hr.asks(HttpMethod.DELETE, "/scim/v2/Users/" + id).expectStatus().isNoContent();

        hr.asks(HttpMethod.GET, "/scim/v2/Users/" + id)
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(Hr.SCIM);
        hr.asks(HttpMethod.DELETE, "/scim/v2/Users/" + id).expectStatus().isNotFound();
        assertThat(hr.finds("id eq \"" + id + "\"").get("totalResults").intValue())
                .isZero();
        assertThat(hr.creates(user)).isEqualTo(id);
        assertThat(topics.await(PersonChanged.class, id, 3))
                .extracting(PersonChanged::active)
                .containsExactly(true, false, true);
    }

    @Test
    void onlyHrsClientMayEnter() {
        String people = Someone.named("ada", "admin").token();
        for (String path : List.of("/scim/v2/Users", "/scim/v2/Schemas", "/scim/v2/ServiceProviderConfig")) {
            web.get().uri(path).exchange().expectStatus().isUnauthorized();
            web.get()
                    .uri(path)
                    .headers(headers -> headers.setBearerAuth(people))
                    .exchange()
                    .expectStatus()
                    .isForbidden()
                    .expectHeader()
                    .contentType(Hr.SCIM);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"userName eq", "userName eq 7", "nickName pr", "((((", "emails[display eq \"x\"]"})
    void aFilterThatIsNotUnderstoodIsSaidToBeSo(String filter) {
        Hr.on(web)
                .filters(filter)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.scimType")
                .isEqualTo("invalidFilter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"displayName\": \"Nobody\"}",
                "{\"userName\": \"\"}",
                "{\"userName\": {\"a\": 1}}",
                "{\"userName\": \"a\\u0000b\"}",
                "{\"userName\": \"u\", \"active\": \"perhaps\"}",
                "{\"userName\": \"u\", \"emails\": \"x\"}",
                "{\"userName\": \"u\", \"emails\": [{\"value\": \"nowhere\"}]}",
                "{\"userName\": \"u\", \"timezone\": \"Mars/Olympus\"}"
            })
    void aUserWithFaultyAttributesIsRefusedByName(String body) {
        Hr.on(web)
                .sends(HttpMethod.POST, "/scim/v2/Users", body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(Hr.SCIM)
                .expectBody()
                .jsonPath("$.scimType")
                .isEqualTo("invalidValue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "7", "null", "\"text\""})
    void whatIsNoObjectIsBadSyntax(String body) {
        Hr hr = Hr.on(web);
        String id = hr.creates(Map.of("userName", "u-" + mark()));
        for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.PATCH)) {
            hr.sends(method, "/scim/v2/Users/" + id, body)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.scimType")
                    .isEqualTo("invalidSyntax");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\": \"explode\", \"path\": \"title\", \"value\": \"x\"}",
                "{\"op\": \"replace\", \"path\": \"emails[\", \"value\": \"x\"}",
                "{\"op\": \"remove\"}",
                "{\"op\": \"replace\", \"path\": \"active\", \"value\": \"perhaps\"}",
                "{\"op\": \"remove\", \"path\": \"userName\"}",
                "{\"op\": \"replace\", \"path\": \"name\", \"value\": [1, 2]}",
                "{\"op\": \"add\", \"value\": \"nothing\"}"
            })
    void aPatchThatCannotBeIsABadRequestAndChangesNothing(String operation) {
        Hr hr = Hr.on(web);
        String id = hr.creates(Map.of("userName", "u-" + mark(), "displayName", "Una"));
        hr.patches(id, patch(operation))
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(Hr.SCIM);
        assertThat(hr.reads(id).at("/meta/version").stringValue()).isEqualTo("W/\"1\"");
    }

    @Test
    void anIdThatIsNoneOfOursNamesNobody() {
        Hr hr = Hr.on(web);
        for (String id : List.of("nobody", "1", UUID.randomUUID().toString())) {
            hr.asks(HttpMethod.GET, "/scim/v2/Users/" + id).expectStatus().isNotFound();
            hr.patches(id, patch("{\"op\": \"remove\", \"path\": \"title\"}"))
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.status")
                    .isEqualTo("404");
        }
    }

    @Test
    void aClientThatKnowsOnlyPlainJsonIsServedToo() {
        String id = Hr.on(web).creates(Map.of("userName", "u-" + mark()));
        web.get()
                .uri("/scim/v2/Users/" + id)
                .headers(headers -> headers.setBearerAuth(Tokens.service("scim")))
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void pagesAreByIndexAndOutOfRangeMeansTheNearest() {
        Hr hr = Hr.on(web);
        String mark = mark();
        for (String name : List.of("a", "b", "c")) {
            hr.creates(Map.of("userName", name + mark));
        }
        String filter = "userName eq \"a%1$s\" or userName eq \"b%1$s\" or userName eq \"c%1$s\"".formatted(mark);
        JsonNode page = Someone.body(
                hr.pages(filter, "startIndex=2&count=1").expectStatus().isOk());
        assertThat(page.get("totalResults").intValue()).isEqualTo(3);
        assertThat(page.get("itemsPerPage").intValue()).isEqualTo(1);
        assertThat(page.at("/Resources/0/userName").stringValue()).isEqualTo("b" + mark);
        JsonNode counted = Someone.body(
                hr.pages(filter, "startIndex=-3&count=-1").expectStatus().isOk());
        assertThat(counted.get("totalResults").intValue()).isEqualTo(3);
        assertThat(counted.get("Resources")).isEmpty();
        hr.pages(filter, "count=many").expectStatus().isBadRequest();
    }

    @Test
    void whatTheServiceCanDoIsTold() {
        Hr hr = Hr.on(web);
        JsonNode config = Someone.body(hr.asks(HttpMethod.GET, "/scim/v2/ServiceProviderConfig")
                .expectStatus()
                .isOk());
        assertThat(config.at("/patch/supported").booleanValue()).isTrue();
        assertThat(config.at("/bulk/supported").booleanValue()).isTrue();
        assertThat(config.at("/pagination/cursor").booleanValue()).isTrue();
        JsonNode schemas = Someone.body(
                hr.asks(HttpMethod.GET, "/scim/v2/Schemas").expectStatus().isOk());
        assertThat(schemas.get("totalResults").intValue()).isEqualTo(3);
        assertThat(schemas.at("/Resources/0/attributes").toString())
                .contains("userName")
                .doesNotContain("nickName");
        JsonNode types = Someone.body(
                hr.asks(HttpMethod.GET, "/scim/v2/ResourceTypes").expectStatus().isOk());
        assertThat(types.at("/Resources/0/endpoint").stringValue()).isEqualTo("/Users");
    }

    @Test
    void aFilterTakesItsValueInAListToo() {
        Hr hr = Hr.on(web);
        String mark = mark();
        String id = hr.creates(Map.of(
                "userName",
                "list-" + mark,
                "emails",
                List.of(
                        Map.of("type", "work", "value", "w-" + mark + "@outloud.example", "primary", true),
                        Map.of("type", "home", "value", "h-" + mark + "@outloud.example"))));
        hr.patches(id, patch("""
                        {"op": "replace", "path": "emails[type eq \\"home\\"]",
                         "value": [{"type": "home", "value": "n-%s@outloud.example", "primary": true}]}""".formatted(mark))).expectStatus().isOk();
        JsonNode emails = hr.reads(id).get("emails");
        assertThat(emails).hasSize(2);
        assertThat(emails.get(0).has("primary")).isFalse();
        assertThat(emails.get(1).get("value").stringValue()).isEqualTo("n-" + mark + "@outloud.example");
        assertThat(emails.get(1).get("primary").booleanValue()).isTrue();
    }

    @Test
    void aDepartmentThatItsOwnerWroteDoesNotBecomeHrsWord() {
        Hr hr = Hr.on(web);
        String mark = mark();
        String manager = hr.creates(Map.of("userName", "boss-" + mark));
        String id = hr.creates(Map.of(
                "userName",
                "ada-" + mark,
                "emails",
                List.of(Map.of("value", "ada-" + mark + "@outloud.example")),
                ENTERPRISE,
                Map.of("department", "Pumps", "manager", Map.of("value", manager))));
        Someone ada = new Someone("ada-" + mark, Tokens.of("ada-" + mark));
        assertThat(ada.id(web)).isEqualTo(id);
        ada.edits(web, "{\"department\": \"Board\"}");
        hr.patches(id, patch("{\"op\": \"add\", \"path\": \"title\", \"value\": \"Operator\"}"))
                .expectStatus()
                .isOk();
        hr.patches(
                        id,
                        patch("{\"op\": \"replace\", \"path\": \"" + ENTERPRISE
                                + ":department\", \"value\": \"Board\"}"))
                .expectStatus()
                .isOk();

        List<PersonChanged> told = topics.await(PersonChanged.class, id, 5);
        PersonChanged edited = told.get(told.size() - 2);
        assertThat(edited.department()).isEqualTo("Board");
        assertThat(edited.employment()).isEqualTo(new PersonChanged.Employment("Pumps", PersonId.of(manager)));
        assertThat(told.get(told.size() - 1).employment())
                .isEqualTo(new PersonChanged.Employment("Board", PersonId.of(manager)));
    }

    private static String patch(String operation) {
        return "{\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"], \"Operations\": [" + operation
                + "]}";
    }

    private static String mark() {
        return UUID.randomUUID().toString().substring(0, 13);
    }
}
