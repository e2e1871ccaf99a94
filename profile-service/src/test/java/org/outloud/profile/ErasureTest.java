package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.ErasureConfirmed;
import org.outloud.contracts.event.FollowChanged;
import org.outloud.contracts.event.GroupMemberChanged;
import org.outloud.contracts.event.PersonErased;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Being forgotten, and what is kept of who did what. */
@ServiceTest
class ErasureTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Published topics;

    @Autowired
    DatabaseClient database;

    Someone ada;
    Someone bo;
    Someone admin;
    String adaId;
    String boId;

    @BeforeEach
    void people() {
        ada = Someone.named("ada");
        bo = Someone.named("bo");
        admin = Someone.named("admin", "admin");
        adaId = ada.id(web);
        boId = bo.id(web);
        ada.edits(web, "{\"headline\": \"Interfaces\", \"askMeAbout\": \"HL7\", \"skills\": []}");
        ada.puts(web, "/api/v1/people/" + boId + "/follow");
        bo.puts(web, "/api/v1/people/" + adaId + "/follow");
        ada.puts(web, "/api/v1/people/" + boId + "/mute");
    }

    @Test
    void nothingIsLeftButAPseudonym() {
        String group = Hr.on(web).groups("Interface guild", adaId, boId);
        JsonNode receipt = erases(ada, "/api/v1/me/erase", ada.userName());

        JsonNode left = bo.gets(web, "/api/v1/people/" + adaId);
        assertThat(left.get("displayName").stringValue()).isEqualTo("Former colleague");
        assertThat(left.get("userName").stringValue()).startsWith("former-");
        assertThat(left.get("headline").isNull()).isTrue();
        assertThat(left.get("active").booleanValue()).isFalse();
        assertThat(left.get("followers").intValue()).isZero();
        assertThat(bo.gets(web, "/api/v1/people?q=" + ada.userName()).get("items"))
                .isEmpty();
        for (String table : List.of("person", "follow", "block", "idempotency_key", "audit")) {
            assertThat(count("select count(*) from " + table + " t where t::text like '%" + ada.userName() + "%'"))
                    .as(table)
                    .isZero();
        }
        ada.patches(web, adaId, "{\"displayName\": \"Still me\"}")
                .expectStatus()
                .isForbidden();
        assertThat(count("select count(*) from hr_group_member where person_id = '" + adaId + "'"))
                .isZero();
        assertThat(topics.await(GroupMemberChanged.class, group + "/" + adaId, 2)
                        .get(1)
                        .member())
                .isFalse();
        PersonErased told = topics.await(PersonErased.class, adaId, 1).get(0);
        assertThat(told.erasure()).isEqualTo(UUID.fromString(receipt.get("id").stringValue()));
        assertThat(told.subject()).startsWith("erased:");
        assertThat(topics.await(FollowChanged.class, adaId + "/" + boId, 2)
                        .get(1)
                        .following())
                .isFalse();
    }

    @Test
    void theDoorStaysClosedForTheSameAccount() {
        erases(ada, "/api/v1/me/erase", ada.userName());

        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> ada.asks(web, HttpMethod.GET, "/api/v1/me")
                                .expectBody(String.class)
                                .returnResult()
                                .getStatus()
                        == HttpStatus.FORBIDDEN);
        assertThat(bo.gets(web, "/api/v1/people?q=" + ada.userName()).get("items"))
                .isEmpty();
    }

    @Test
    void whomHrBringsBackIsANewPerson() {
        erases(ada, "/api/v1/me/erase", ada.userName());
        String again = Hr.on(web).creates(Map.of("userName", ada.userName(), "displayName", "Ada Again"));

        assertThat(again).isNotEqualTo(adaId);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(ada.id(web)).isEqualTo(again));
    }

    @Test
    void theUserNameMustBeRepeatedAndOthersAreForAdministrators() {
        asks(ada, "/api/v1/me/erase", bo.userName()).expectStatus().isBadRequest();
        asks(bo, "/api/v1/people/" + adaId + "/erase", ada.userName())
                .expectStatus()
                .isForbidden();
        asks(admin, "/api/v1/people/" + UUID.randomUUID() + "/erase", ada.userName())
                .expectStatus()
                .isNotFound();
        assertThat(ada.gets(web, "/api/v1/me").at("/person/userName").stringValue())
                .isEqualTo(ada.userName());
    }

    @Test
    void theReceiptSaysWhichServiceConfirmedWhen() {
        JsonNode begun = erases(admin, "/api/v1/people/" + adaId + "/erase", ada.userName());
        assertThat(begun.get("completedAt").isNull()).isTrue();
        assertThat(erases(admin, "/api/v1/people/" + adaId + "/erase", "whoever")
                        .get("id"))
                .isEqualTo(begun.get("id"));

        UUID id = UUID.fromString(begun.get("id").stringValue());
        for (String service : List.of("feed-service", "community-service")) {
            topics.publish(new ErasureConfirmed(id, PersonId.of(adaId), service, Instant.now()));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !admin.gets(web, "/api/v1/erasures/" + id)
                        .get("completedAt")
                        .isNull());
        assertThat(admin.gets(web, "/api/v1/erasures/" + id).get("services")).hasSize(3);
        bo.refused(web, HttpMethod.GET, "/api/v1/erasures/" + id).isForbidden();
    }

    @Test
    void theAuditKeepsWhoDidWhatByIdOnly() {
        String id = Hr.on(web).creates(Map.of("userName", "hired-" + UUID.randomUUID(), "displayName", "Hired Hand"));
        Hr.on(web).patches(id, """
                        {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                         "Operations": [{"op": "replace", "path": "title", "value": "Chief of Secrets"}]}
                        """).expectStatus().isOk();
        String userName = bo.gets(web, "/api/v1/people/" + id).get("userName").stringValue();
        erases(admin, "/api/v1/people/" + id + "/erase", userName);

        JsonNode entries = admin.gets(web, "/api/v1/audit?person=" + id).get("items");
        assertThat(entries.findValuesAsString("act"))
                .containsExactly("erasure-requested", "person-changed", "person-created");
        assertThat(entries.get(0).get("actor").stringValue()).isEqualTo(admin.id(web));
        assertThat(entries.get(1).get("fields").toString()).isEqualTo("[\"jobTitle\"]");
        assertThat(entries.toString()).doesNotContain("Secrets").doesNotContain("Hired");
        assertThat(admin.gets(web, "/api/v1/audit?person=" + id)
                        .at("/items/0/act")
                        .stringValue())
                .isEqualTo("audit-read");
        bo.refused(web, HttpMethod.GET, "/api/v1/audit").isForbidden();
    }

    @Test
    void nothingIsTakenOutOfTheAuditOrChangedInIt() {
        for (String statement : List.of("delete from audit", "update audit set actor = 'x'", "truncate audit")) {
            assertThat(database.sql(statement)
                            .then()
                            .thenReturn("done")
                            .onErrorReturn("refused")
                            .block(Duration.ofSeconds(5)))
                    .isEqualTo("refused");
        }
    }

    private long count(String query) {
        Long counted = database.sql(query).mapValue(Long.class).one().block(Duration.ofSeconds(5));
        return counted == null ? -1 : counted;
    }

    private JsonNode erases(Someone caller, String path, String userName) {
        return Someone.body(asks(caller, path, userName).expectStatus().isAccepted());
    }

    private WebTestClient.ResponseSpec asks(Someone caller, String path, String userName) {
        return web.post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(caller.token()))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("userName", userName))
                .exchange();
    }
}
