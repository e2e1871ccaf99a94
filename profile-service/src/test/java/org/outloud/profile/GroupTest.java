package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outloud.contracts.event.GroupChanged;
import org.outloud.contracts.event.GroupMemberChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Groups as HR's system keeps them, and what others are told of them. */
@ServiceTest
class GroupTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Published topics;

    @Test
    void whoJoinsAndLeavesAGroupIsTold() {
        Hr hr = Hr.on(web);
        String ada = person(hr);
        String bo = person(hr);
        String group = group(hr, "Pumps", ada);
        patches(hr, group, add(bo), remove(ada)).expectStatus().isOk();
        patches(hr, group, add(ada)).expectStatus().isOk();
        patches(hr, group, "{\"op\": \"replace\", \"path\": \"displayName\", \"value\": \"Valves\"}")
                .expectStatus()
                .isOk();
        hr.asks(HttpMethod.DELETE, "/scim/v2/Groups/" + group).expectStatus().isNoContent();

        List<GroupChanged> told = topics.await(GroupChanged.class, group, 3);
        assertThat(told).extracting(GroupChanged::displayName).containsExactly("Pumps", "Valves", "Valves");
        assertThat(told).extracting(GroupChanged::removed).containsExactly(false, false, true);
        assertThat(told).extracting(GroupChanged::version).containsExactly(1L, 4L, 5L);
        assertThat(topics.await(GroupMemberChanged.class, group + "/" + ada, 4))
                .extracting(GroupMemberChanged::member)
                .containsExactly(true, false, true, false);
        assertThat(topics.await(GroupMemberChanged.class, group + "/" + bo, 2))
                .extracting(GroupMemberChanged::version)
                .containsExactly(1L, 2L);
    }

    @Test
    void whatIsSoAlreadyChangesNoVersionAndTellsNobody() {
        Hr hr = Hr.on(web);
        String ada = person(hr);
        String group = group(hr, "Pumps", ada);
        JsonNode read = Someone.body(hr.asks(HttpMethod.GET, "/scim/v2/Groups/" + group)
                .expectStatus()
                .isOk());
        hr.sends(HttpMethod.PUT, "/scim/v2/Groups/" + group, read.toString())
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "W/\"1\"");
        patches(hr, group, add(ada), remove(person(hr))).expectHeader().valueEquals(HttpHeaders.ETAG, "W/\"1\"");
        patches(hr, group, "{\"op\": \"replace\", \"value\": {\"id\": \"" + group + "\", \"displayName\": \"Pumps\"}}")
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "W/\"1\"");
        patches(hr, group, "{\"op\": \"remove\", \"path\": \"members\"}")
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "W/\"2\"");
        assertThat(topics.await(GroupMemberChanged.class, group + "/" + ada, 2))
                .extracting(GroupMemberChanged::version)
                .containsExactly(1L, 2L);
        assertThat(topics.await(GroupChanged.class, group, 1)).hasSize(1);
    }

    @Test
    void aThousandMembersComeAndGoInOneRequestEach() {
        Hr hr = Hr.on(web);
        List<String> people = Bulk.people(hr, 1_000);
        String group = group(hr, "Everybody", people.get(0));
        String all = people.stream()
                .map(id -> "{\"$ref\": null, \"value\": \"" + id + "\"}")
                .collect(Collectors.joining(","));
        patches(hr, group, "{\"op\": \"Add\", \"path\": \"members\", \"value\": [" + all + "]}")
                .expectStatus()
                .isOk();
        assertThat(members(hr, group)).containsExactlyInAnyOrderElementsOf(people);
        assertThat(Someone.body(hr.asks(HttpMethod.GET, "/scim/v2/Groups/" + group + "?excludedAttributes=members"))
                        .has("members"))
                .isFalse();

        patches(
                        hr,
                        group,
                        people.subList(0, 600).stream().map(GroupTest::remove).toArray(String[]::new))
                .expectStatus()
                .isOk();
        assertThat(members(hr, group)).containsExactlyInAnyOrderElementsOf(people.subList(600, 1_000));
        patches(hr, group, "{\"op\": \"Remove\", \"path\": \"members\", \"value\": [" + all + "]}")
                .expectStatus()
                .isOk();
        assertThat(members(hr, group)).isEmpty();
    }

    @Test
    void whomHrDeletesLeavesEveryGroupAndComesBackToNone() {
        Hr hr = Hr.on(web);
        Map<String, String> user = Map.of("userName", "u-" + mark());
        String ada = hr.creates(user);
        String group = group(hr, "Pumps", ada, person(hr));
        hr.asks(HttpMethod.DELETE, "/scim/v2/Users/" + ada).expectStatus().isNoContent();
        assertThat(members(hr, group)).hasSize(1).doesNotContain(ada);
        assertThat(hr.creates(user)).isEqualTo(ada);
        assertThat(members(hr, group)).hasSize(1);
        assertThat(topics.await(GroupMemberChanged.class, group + "/" + ada, 2))
                .extracting(GroupMemberChanged::member)
                .containsExactly(true, false);
        patches(hr, group, add(ada)).expectHeader().valueEquals(HttpHeaders.ETAG, "W/\"3\"");
    }

    @Test
    void peopleSeeTheirGroupsWhenTheyAskForThem() {
        Hr hr = Hr.on(web);
        String ada = person(hr);
        String group = group(hr, "Pumps", ada);
        assertThat(hr.reads(ada).has("groups")).isFalse();
        JsonNode asked = hr.reads(ada + "?attributes=groups");
        assertThat(asked.at("/groups/0/value").stringValue()).isEqualTo(group);
        assertThat(asked.at("/groups/0/display").stringValue()).isEqualTo("Pumps");
        assertThat(hr.finds("groups.value eq \"" + group + "\"")
                        .at("/Resources/0/id")
                        .stringValue())
                .isEqualTo(ada);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"displayName\": \"\"} | invalidValue",
                "{} | invalidValue",
                "{\"displayName\": [1]} | invalidValue",
                "{\"displayName\": \"x\", \"members\": \"x\"} | invalidValue",
                "{\"displayName\": \"x\", \"members\": [{\"value\": \"x\"}]} | invalidValue",
                "{\"displayName\": \"x\", \"members\": [{}]} | invalidValue",
                "{\"displayName\": \"x\", \"members\": [{\"value\": \"00000000-0000-7000-8000-000000000000\"}]} | invalidValue",
                "{\"displayName\": \"a\\u0000\"} | invalidValue",
                "[] | invalidSyntax"
            })
    void aFaultyGroupIsRefused(String body, String scimType) {
        Hr.on(web)
                .sends(HttpMethod.POST, "/scim/v2/Groups", body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.scimType")
                .isEqualTo(scimType);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"op\": \"add\", \"path\": \"members\", \"value\": [{\"value\": \"00000000-0000-7000-8000-000000000000\"}]} | invalidValue",
                "{\"op\": \"replace\", \"path\": \"id\", \"value\": \"x\"} | mutability",
                "{\"op\": \"replace\", \"path\": \"members.display\", \"value\": \"x\"} | mutability",
                "{\"op\": \"add\", \"path\": \"members[value eq \\\"x\\\"]\", \"value\": {}} | noTarget",
                "{\"op\": \"remove\", \"path\": \"displayName\"} | invalidValue",
                "{\"op\": \"remove\", \"path\": \"colour\"} | invalidPath",
                "{\"op\": \"remove\"} | noTarget",
                "{\"op\": \"move\", \"path\": \"members\"} | invalidSyntax"
            })
    void aPatchThatCannotBeIsRefusedAndChangesNothing(String operation, String scimType) {
        Hr hr = Hr.on(web);
        String group = group(hr, "Pumps", person(hr));
        patches(hr, group, "{\"op\": \"replace\", \"path\": \"displayName\", \"value\": \"Valves\"}", operation)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.scimType")
                .isEqualTo(scimType);
        hr.asks(HttpMethod.GET, "/scim/v2/Groups/" + group).expectHeader().valueEquals(HttpHeaders.ETAG, "W/\"1\"");
    }

    @Test
    void anExternalIdBelongsToOneGroup() {
        Hr hr = Hr.on(web);
        String body = "{\"displayName\": \"x\", \"externalId\": \"" + mark() + "\"}";
        hr.sends(HttpMethod.POST, "/scim/v2/Groups", body).expectStatus().isCreated();
        hr.sends(HttpMethod.POST, "/scim/v2/Groups", body)
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.scimType")
                .isEqualTo("uniqueness");
    }

    private static List<String> members(Hr hr, String group) {
        JsonNode read = Someone.body(hr.asks(HttpMethod.GET, "/scim/v2/Groups/" + group)
                .expectStatus()
                .isOk());
        return read.path("members")
                .valueStream()
                .map(member -> member.get("value").stringValue())
                .toList();
    }

    private static WebTestClient.ResponseSpec patches(Hr hr, String group, String... operations) {
        return hr.sends(
                HttpMethod.PATCH,
                "/scim/v2/Groups/" + group,
                "{\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"], \"Operations\": ["
                        + String.join(",", operations) + "]}");
    }

    private static String add(String person) {
        return "{\"op\": \"add\", \"path\": \"members\", \"value\": [{\"value\": \"" + person + "\"}]}";
    }

    private static String remove(String person) {
        return "{\"op\": \"Remove\", \"path\": \"members[value eq \\\"" + person + "\\\"]\"}";
    }

    private static String person(Hr hr) {
        return hr.creates(Map.of("userName", "u-" + mark()));
    }

    private static String group(Hr hr, String name, String... members) {
        String named = IntStream.range(0, members.length)
                .mapToObj(i -> "{\"value\": \"" + members[i] + "\"}")
                .collect(Collectors.joining(","));
        return Someone.body(hr.sends(
                                HttpMethod.POST,
                                "/scim/v2/Groups",
                                "{\"schemas\": [\"urn:ietf:params:scim:schemas:core:2.0:Group\"], \"displayName\": \""
                                        + name + "\", \"members\": [" + named + "]}")
                        .expectStatus()
                        .isCreated())
                .get("id")
                .stringValue();
    }

    private static String mark() {
        return UUID.randomUUID().toString().substring(0, 13);
    }
}
