package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.platform.testing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ArrivingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    WebTestClient web;

    @Autowired
    Published topics;

    @Test
    void theFirstSignInMakesAPersonAndTellsOfThem() {
        Someone ada = Someone.named("ada", "learning");

        JsonNode me = ada.gets(web, "/api/v1/me");

        assertThat(me.at("/person/userName").stringValue()).isEqualTo(ada.userName());
        assertThat(me.at("/person/mine/followed").booleanValue()).isFalse();
        assertThat(me.at("/roles").toString()).isEqualTo("[\"employee\",\"learning\"]");
        assertThat(me.at("/unread/notifications").intValue()).isZero();
        String id = me.at("/person/id").stringValue();
        PersonChanged told = topics.await(PersonChanged.class, id, 1).get(0);
        assertThat(told.subject()).isEqualTo(Tokens.subjectOf(ada.userName()));
        assertThat(told.version()).isEqualTo(1);
        assertThat(told.active()).isTrue();
        assertThat(ada.id(web)).isEqualTo(id);
    }

    @Test
    void nobodySignedInIsNobody() {
        web.get().uri("/api/v1/me").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void aTechnicalAccountNeverBecomesAPerson() {
        web.get()
                .uri("/api/v1/me")
                .headers(headers -> headers.setBearerAuth(Tokens.service("scim")))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/no-person");
        JsonNode found = Hr.on(web).finds("userName eq \"service-account-outloud-hr\"");
        assertThat(found.get("totalResults").intValue()).isZero();
    }

    @Test
    void aSignInIsLinkedToWhomHrToldOfByUserNameInAnyCase() {
        String userName = unique("Bo");
        String id = Hr.on(web).creates(Map.of("userName", userName, "displayName", "Bo Nakamura"));

        JsonNode me = new Someone(userName, Tokens.of(userName.toLowerCase(Locale.ROOT))).gets(web, "/api/v1/me");

        assertThat(me.at("/person/id").stringValue()).isEqualTo(id);
        assertThat(me.at("/person/displayName").stringValue()).isEqualTo("Bo Nakamura");
    }

    @Test
    void aSignInIsLinkedByItsVerifiedAddress() {
        String address = unique("carla") + "@outloud.example";
        String id = Hr.on(web)
                .creates(Map.of(
                        "userName", unique("upn"), "emails", List.of(Map.of("value", address, "primary", true))));

        String signedIn = tokenOf(unique("c.moreau"), address.toUpperCase(Locale.ROOT), true);

        assertThat(new Someone("carla", signedIn).id(web)).isEqualTo(id);
    }

    @Test
    void anAddressThatNobodyVerifiedLinksNobody() {
        String address = unique("dev") + "@outloud.example";
        String id = Hr.on(web)
                .creates(Map.of(
                        "userName", unique("dev"), "emails", List.of(Map.of("value", address, "primary", true))));

        String claimed = tokenOf(unique("mallory"), address, false);

        assertThat(new Someone("mallory", claimed).id(web)).isNotEqualTo(id);
    }

    @Test
    void theNameOfSomebodyWhoIsLinkedBelongsToNoOtherSignIn() {
        Someone ada = Someone.named("ada");
        String id = ada.id(web);
        String other = Tokens.sign(Tokens.claims(ada.userName())
                .subject(UUID.randomUUID().toString())
                .claim("realm_access", Map.of("roles", List.of("employee"))));

        new Someone(ada.userName(), other)
                .asks(web, HttpMethod.GET, "/api/v1/me")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/linked-elsewhere");
        assertThat(ada.id(web)).isEqualTo(id);
    }

    @Test
    void aNewNameAtTheIdentityProviderFillsOnlyWhatThePersonHasNotSet() {
        String userName = unique("eve");
        Someone before = new Someone(userName, tokenNamed(userName, "Eve Before"));
        Someone after = new Someone(userName, tokenNamed(userName, "Eve After"));
        assertThat(nameOf(before)).isEqualTo("Eve Before");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> nameOf(after).equals("Eve After"));

        after.edits(web, "{\"displayName\": \"Evie\"}");

        assertThat(nameOf(before)).isEqualTo("Evie");
        JsonNode person = Hr.on(web).finds("userName eq \"" + userName + "\"");
        assertThat(person.at("/Resources/0/displayName").stringValue()).isEqualTo("Evie");
    }

    @Test
    void whoeverHrDeactivatesIsOutWithinSecondsThoughTheTokenIsStillGood() {
        Someone gil = Someone.named("gil");
        String id = gil.id(web);

        Hr.on(web).patches(id, """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                 "Operations": [{"op": "replace", "value": {"active": false}}]}""").expectStatus().isOk();

        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> gil.asks(web, HttpMethod.GET, "/api/v1/me")
                                .returnResult()
                                .getStatus()
                                .value()
                        == 403);
        assertThat(topics.await(PersonChanged.class, id, 2).get(1).active()).isFalse();
    }

    @Test
    void fiftyFirstSignInsAndHrsCreationAtOnceLeaveOnePerson() {
        String userName = unique("race");
        String address = userName + "@outloud.example";
        List<String> tokens = IntStream.range(0, 50)
                .mapToObj(i -> Tokens.sign(Tokens.claims(i % 2 == 0 ? userName : userName.toUpperCase(Locale.ROOT))
                        .subject(Tokens.subjectOf(userName))
                        .claim("email", address)
                        .jwtID(String.valueOf(i))
                        .claim("realm_access", Map.of("roles", List.of("employee")))))
                .toList();

        Mono<String> hr = Mono.fromCallable(() -> {
                    int status = Hr.on(web)
                            .post(Map.of("userName", address, "emails", List.of(Map.of("value", address))))
                            .returnResult()
                            .getStatus()
                            .value();
                    assertThat(status).isEqualTo(201);
                    return Hr.on(web)
                            .finds("emails.value eq \"" + address + "\"")
                            .at("/Resources/0/id")
                            .stringValue();
                })
                .subscribeOn(Schedulers.boundedElastic());
        Flux<String> signIns = Flux.fromIterable(tokens)
                .flatMap(
                        token -> Mono.fromCallable(() -> new Someone(userName, token).id(web))
                                .subscribeOn(Schedulers.boundedElastic()),
                        50);

        StepVerifier.create(Flux.merge(signIns, hr).collect(Collectors.toSet()))
                .assertNext(ids -> assertThat(ids).hasSize(1))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void differentAccountsOfOneAddressRacingLeaveOnePersonWithTheAddress() {
        String address = unique("shared") + "@outloud.example";
        Set<String> ids = Flux.range(0, 10)
                .flatMap(i -> Mono.fromCallable(
                                () -> new Someone("x", tokenOf(unique("shared"), address, true)).id(web))
                        .subscribeOn(Schedulers.boundedElastic()))
                .collect(Collectors.toSet())
                .block(PATIENCE);

        assertThat(ids).hasSize(10);
        JsonNode found = Hr.on(web).finds("emails.value eq \"" + address + "\"");
        assertThat(found.get("totalResults").intValue()).isEqualTo(1);
    }

    private String nameOf(Someone someone) {
        return someone.gets(web, "/api/v1/me").at("/person/displayName").stringValue();
    }

    private static String tokenNamed(String userName, String name) {
        return Tokens.sign(employee(userName).claim("name", name));
    }

    private static String tokenOf(String userName, String email, boolean verified) {
        return Tokens.sign(employee(userName).claim("email", email).claim("email_verified", verified));
    }

    private static JWTClaimsSet.Builder employee(String userName) {
        return Tokens.claims(userName).claim("realm_access", Map.of("roles", List.of("employee")));
    }

    private static String unique(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
