package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.platform.testing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Versions, errors, and what only the service writes: RFC 7644, 3.12 and 3.14; RFC 7643, 2.2. */
@ServiceTest
class ScimAnswersTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Published topics;

    @Test
    void whatAClientHasAlreadyIsNotSentAgain() {
        String path = "/scim/v2/Users/" + person();
        conditional(HttpMethod.GET, path, HttpHeaders.IF_NONE_MATCH, "W/\"1\"")
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
        conditional(HttpMethod.GET, path, HttpHeaders.IF_NONE_MATCH, "W/\"2\"")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "W/\"1\"");
    }

    @Test
    void addressesAreAbsoluteAndFoundByFilters() {
        Hr hr = Hr.on(web);
        String id = person();
        String group = hr.groups("Pumps", id);
        JsonNode read = Someone.body(hr.asks(HttpMethod.GET, "/scim/v2/Groups/" + group)
                .expectStatus()
                .isOk());
        String location = read.at("/meta/location").stringValue();
        String member = read.at("/members/0/$ref").stringValue();
        assertThat(location).matches("http://localhost:\\d+/scim/v2/Groups/" + group);
        assertThat(member).matches("http://localhost:\\d+/scim/v2/Users/" + id);
        assertThat(hr.finds("meta.location eq \"" + member + "\"")
                        .at("/Resources/0/id")
                        .stringValue())
                .isEqualTo(id);
        assertThat(hr.finds("groups.$ref eq \"" + location + "\"")
                        .get("totalResults")
                        .intValue())
                .isOne();
        assertThat(Someone.body(hr.asks(HttpMethod.GET, "/scim/v2/ResourceTypes/User")
                                .expectStatus()
                                .isOk())
                        .at("/meta/location")
                        .stringValue())
                .matches("http://localhost:\\d+/scim/v2/ResourceTypes/User");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Operations\": [{\"op\": \"add\", \"path\": \"title\", \"value\": \"Boss\"}]} | invalidSyntax",
                "{\"schemas\": [], \"Operations\": [{\"op\": \"add\", \"path\": \"title\", \"value\": \"Boss\"}]} | invalidSyntax",
                "{\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"], \"Operations\": [{\"op\": \"add\", \"path\": \"title\", \"value\": null}]} | invalidValue",
                "{\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"], \"Operations\": [{\"op\": \"add\", \"path\": \"colour\", \"value\": \"red\"}]} | invalidPath"
            })
    void aPatchThatIsNoneIsRefusedForNobodyToo(String patch, String scimType) {
        Hr.refused(Hr.on(web).patches(UUID.randomUUID().toString(), patch), scimType);
    }

    @Test
    void nothingIsChangedFromAnOlderVersion() {
        Hr hr = Hr.on(web);
        String path = "/scim/v2/Users/" + person();
        hr.sends(HttpMethod.PATCH, path, operation("{\"op\": \"add\", \"path\": \"title\", \"value\": \"Operator\"}"))
                .expectStatus()
                .isOk();
        for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)) {
            Hr.error(conditional(method, path, HttpHeaders.IF_MATCH, "W/\"1\""), 412);
        }
        conditional(HttpMethod.DELETE, path, HttpHeaders.IF_MATCH, "W/\"1\", W/\"2\"")
                .expectStatus()
                .isNoContent();
    }

    @Test
    void whatOnlyTheServiceWritesIsLeftAsideInWholeResources() {
        Hr hr = Hr.on(web);
        String id = person();
        JsonNode before = hr.reads(id);
        JsonNode after = Someone.body(hr.sends(HttpMethod.PUT, "/scim/v2/Users/" + id, """
                        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "id": "another",
                         "userName": "%s", "colour": "red", "groups": [{"value": "another"}],
                         "meta": {"created": "2010-01-23T04:56:22Z", "version": "W/\\"9\\""}}""".formatted(
                                before.get("userName").stringValue()))
                .expectStatus()
                .isOk());
        assertThat(after).isEqualTo(before);
        assertThat(topics.await(PersonChanged.class, id, 1)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "id, mutability",
        "meta.created, mutability",
        "groups, mutability",
        "groups.value, mutability",
        "colour, invalidPath"
    })
    void whatOnlyTheServiceWritesIsRefusedWhenItIsNamed(String path, String scimType) {
        String id = person();
        Hr.refused(
                Hr.on(web)
                        .patches(id, operation("{\"op\": \"replace\", \"path\": \"" + path + "\", \"value\": \"x\"}")),
                scimType);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"urn:ietf:params:scim:schemas:core:2.0:User\"",
                "[\"urn:ietf:params:scim:schemas:core:2.0:Group\"]",
                "[\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\"]",
                "[7]"
            })
    void aBodyThatSaysItIsSomethingElseIsRefused(String schemas) {
        Hr hr = Hr.on(web);
        String user = "{\"schemas\": %s, \"userName\": \"u-%s\"}".formatted(schemas, UUID.randomUUID());
        String id = person();
        for (WebTestClient.ResponseSpec answer : new WebTestClient.ResponseSpec[] {
            hr.sends(HttpMethod.POST, "/scim/v2/Users", user),
            hr.sends(HttpMethod.PUT, "/scim/v2/Users/" + id, user),
            hr.patches(
                    id,
                    "{\"schemas\": %s, \"Operations\": [{\"op\": \"remove\", \"path\": \"title\"}]}"
                            .formatted(schemas)),
            hr.sends(HttpMethod.POST, "/scim/v2/Users/.search", "{\"schemas\": %s}".formatted(schemas)),
            hr.sends(
                    HttpMethod.POST,
                    "/scim/v2/Bulk",
                    "{\"schemas\": %s, \"Operations\": [{\"method\": \"DELETE\", \"path\": \"/Users/1\"}]}"
                            .formatted(schemas))
        }) {
            Hr.refused(answer, "invalidSyntax");
        }
    }

    @Test
    void errorsOutsideOfResourcesHaveTheSameForm() {
        Hr hr = Hr.on(web);
        Hr.error(hr.asks(HttpMethod.GET, "/scim/v2/Cats"), 404);
        Hr.error(hr.asks(HttpMethod.DELETE, "/scim/v2/Users"), 405);
        Hr.error(hr.asks(HttpMethod.GET, "/scim/v2/Users/.search"), 404);
        Hr.error(hr.asks(HttpMethod.GET, "/scim/v2/Schemas?filter=id eq \"x\""), 403);
        Hr.error(hr.asks(HttpMethod.GET, "/scim/v2/ResourceTypes/Cat"), 404);
        Hr.error(hr.sends(HttpMethod.POST, "/scim/v2/Users", "{\"userName\": \"" + "x".repeat(1_100_000) + "\"}"), 413);
    }

    private WebTestClient.ResponseSpec conditional(HttpMethod method, String path, String header, String tag) {
        return web.method(method)
                .uri(path)
                .headers(headers -> headers.setBearerAuth(Tokens.service("scim")))
                .header(header, tag)
                .contentType(Hr.SCIM)
                .accept(Hr.SCIM)
                .bodyValue(method.equals(HttpMethod.GET) ? "" : operation("{\"op\": \"remove\", \"path\": \"locale\"}"))
                .exchange();
    }

    private String person() {
        return Hr.on(web).creates(Map.of("userName", "u-" + UUID.randomUUID()));
    }

    /** A body that is good for PUT and for PATCH. */
    private static String operation(String operation) {
        return "{\"schemas\": [\"urn:ietf:params:scim:schemas:core:2.0:User\","
                + " \"urn:ietf:params:scim:api:messages:2.0:PatchOp\"], \"userName\": \"x\", \"Operations\": ["
                + operation
                + "]}";
    }
}
