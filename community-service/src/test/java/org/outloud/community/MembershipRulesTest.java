package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.community.Someone.Answer;
import org.outloud.community.membership.Memberships;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.GroupId;
import org.outloud.contracts.event.MembershipChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** Who is a member by rule: previewed, applied, explained, and taken back. */
@ServiceTest
@Import(Organisation.class)
class MembershipRulesTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    @Autowired
    Memberships memberships;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transaction;

    Someone carla;
    Someone ada;
    Someone bo;
    String department;
    String community;

    @BeforeEach
    void people() {
        carla = organisation.someone(web, "carla", "employee", "learning");
        ada = organisation.someone(web, "ada");
        bo = organisation.someone(web, "bo");
        department = "Engineering " + Organisation.unique();
        organisation.stands(ada, department, null);
        community = carla.founds("Practice " + Organisation.unique(), "closed");
    }

    @Test
    void whoMeetsTheRuleIsAMemberAndLeavesWithTheDepartment() {
        set(community, "all", condition("department", department.toUpperCase(java.util.Locale.ROOT)));
        awaitMembers(community, carla, ada);
        assertThat(carla.get(community).body().get("members").intValue()).isEqualTo(2);

        organisation.stands(ada, "Elsewhere", null);
        organisation.stands(bo, department, null);
        awaitMembers(community, carla, bo);

        assertThat(told(community, ada, 2)).containsExactly("member", null);
        assertThat(told(community, bo, 1)).containsExactly("member");
    }

    @Test
    void whoChangesARuleWhileItIsAppliedDoesNotEndInADeadlock() {
        set(community, "all", condition("department", department));
        awaitMembers(community, carla, ada);
        UUID id = UUID.fromString(community.substring(community.lastIndexOf('/') + 1));
        String deadlocks = "select deadlocks from pg_stat_database where datname = current_database()";
        long before = organisation.count(deadlocks, Map.of());
        String touch = "update membership_rule set due = true where community_id = :id";

        memberships
                .hold(List.of(new CommunityId(id)))
                .then(Mono.fromRunnable(() -> {
                            organisation.run(
                                    "delete from membership where community_id = :id and person_id = :ada",
                                    Map.of(
                                            "id",
                                            id,
                                            "ada",
                                            UUID.fromString(ada.id().toString())));
                            organisation.run(touch, Map.of("id", id));
                            organisation.await(
                                    "select least(count(*), 1) from pg_locks where not granted", Map.of(), 1);
                        })
                        .subscribeOn(Schedulers.boundedElastic()))
                .then(database.sql(touch).bind("id", id).then())
                .as(transaction::transactional)
                .block(Duration.ofSeconds(60));

        await("select count(*) from membership_rule where community_id = :id and not due", id, 1);
        awaitMembers(community, carla, ada);
        assertThat(organisation.count(deadlocks, Map.of())).isEqualTo(before);
    }

    @Test
    void aPreviewNamesWhoWouldJoinAndLeaveAndChangesNothing() {
        Someone leaver = organisation.someone(web, "leaver");
        organisation.stands(leaver, department, null);
        carla.gives(community, leaver, "member");
        leaver.delete(community + "/membership");
        set(community, "any", condition("department", department));
        awaitMembers(community, carla, ada);
        GroupId group = organisation.group("Runners " + Organisation.unique());
        organisation.grouped(group, bo, true);
        organisation.grouped(group, carla, true);
        await("select count(*) from hr_group_member where group_id = :id and member", group.value(), 2);

        JsonNode preview = preview("any", condition("group", group.toString()));
        assertThat(names(preview, "joins")).containsExactly(bo.userName());
        assertThat(names(preview, "leaves")).containsExactly(ada.userName());
        assertThat(names(preview, "own")).containsExactly(carla.userName());
        assertThat(preview.at("/declined/count").intValue()).isZero();

        JsonNode both = preview("any", condition("group", group.toString()), condition("department", department));
        assertThat(names(both, "joins")).containsExactly(bo.userName());
        assertThat(names(both, "stays")).containsExactly(ada.userName());
        assertThat(names(both, "declined")).containsExactly(leaver.userName());
        assertThat(both.at("/leaves/count").intValue()).isZero();
        assertThat(members(community)).containsExactlyInAnyOrder(carla.userName(), ada.userName());
    }

    @Test
    void whoCameOnTheirOwnStaysWhenTheRuleIsTakenBack() {
        carla.gives(community, bo, "member");
        organisation.stands(bo, department, null);
        set(community, "all", condition("department", department));
        awaitMembers(community, carla, ada, bo);

        assertThat(carla.delete(community + "/rules").status()).isEqualTo(204);

        awaitMembers(community, carla, bo);
        assertThat(told(community, bo, 1)).containsExactly("member");
    }

    @Test
    void whoTheRuleBroughtStaysForGoodWhenTheKeeperWantsItSo() {
        set(community, "all", condition("department", department));
        awaitMembers(community, carla, ada);

        assertThat(carla.delete(community + "/rules?stay=true").status()).isEqualTo(204);
        awaitSettled(community);
        assertThat(members(community)).containsExactlyInAnyOrder(carla.userName(), ada.userName());
        assertThat(ada.get(community + "/members").body().toString()).doesNotContain("byRule");

        set(community, "all", condition("department", "Nobody's " + department));
        organisation.stands(ada, "Elsewhere", null);
        awaitSettled(community);
        assertThat(members(community)).containsExactlyInAnyOrder(carla.userName(), ada.userName());
        assertThat(told(community, ada, 1)).containsExactly("member");
    }

    @Test
    void whoIsGivenARoleIsNoLongerThereByRule() {
        set(community, "all", condition("department", department));
        awaitMembers(community, carla, ada);
        carla.gives(community, ada, "facilitator");
        carla.delete(community + "/rules");
        awaitSettled(community);

        assertThat(members(community)).containsExactlyInAnyOrder(carla.userName(), ada.userName());
    }

    @Test
    void whoLeftByHandIsNotPulledBack() {
        set(community, "all", condition("department", department));
        awaitMembers(community, carla, ada);
        ada.delete(community + "/membership");
        organisation.stands(ada, "Elsewhere", null);
        organisation.stands(ada, department, null);
        organisation.stands(bo, department, null);
        awaitMembers(community, carla, bo);

        carla.gives(community, ada, "member");
        awaitMembers(community, carla, bo, ada);
    }

    @Test
    void whoAsksAndMeetsTheRuleIsLetIn() {
        assertThat(ada.put(community + "/membership", null).status()).isEqualTo(202);
        set(community, "all", condition("department", department));
        awaitMembers(community, carla, ada);
        assertThat(carla.get(community + "/asks").body().get("items")).isEmpty();
    }

    @Test
    void everybodyBelowAManagerMovesWithThatManager() {
        Someone head = organisation.someone(web, "head");
        Someone lead = organisation.someone(web, "lead");
        organisation.stands(bo, null, lead);
        set(community, "all", condition("manager", head.id().toString()));
        awaitSettled(community);
        assertThat(members(community)).containsExactly(carla.userName());

        organisation.stands(lead, null, head);
        awaitMembers(community, carla, lead, bo);

        organisation.stands(lead, null, null);
        awaitMembers(community, carla);
    }

    @Test
    void managersInACircleAreNoEndlessTree() {
        Someone head = organisation.someone(web, "head");
        organisation.stands(bo, null, head);
        organisation.stands(head, null, bo);
        set(community, "all", condition("manager", head.id().toString()));
        awaitMembers(community, carla, bo, head);
    }

    @Test
    void allConditionsOrAnyOfThem() {
        GroupId group = organisation.group("First aid " + Organisation.unique());
        organisation.grouped(group, bo, true);
        organisation.grouped(group, ada, true);
        await("select count(*) from hr_group_member where group_id = :id and member", group.value(), 2);
        set(community, "any", condition("department", department), condition("group", group.toString()));
        awaitMembers(community, carla, ada, bo);
        set(community, "all", condition("department", department), condition("group", group.toString()));
        awaitMembers(community, carla, ada);
        organisation.grouped(group, ada, false);
        awaitMembers(community, carla);
    }

    @Test
    void keepersAndTheMemberAreToldWhyAndNobodyElse() {
        set(community, "any", condition("department", department));
        carla.gives(community, bo, "member");
        awaitMembers(community, carla, ada, bo);

        assertThat(why(carla)).isEqualTo(department);
        assertThat(why(ada)).isEqualTo(department);
        assertThat(bo.get(community + "/members").body().toString()).doesNotContain("byRule");
    }

    @Test
    void aDepartmentThatThePersonWroteOpensNoDoor() {
        set(community, "all", condition("department", "Test department"));
        awaitSettled(community);
        assertThat(members(community)).containsExactly(carla.userName());
    }

    @Test
    void anEventOfAnEarlierVersionLeavesThePersonWhereTheyAre() {
        set(community, "all", condition("department", department));
        awaitMembers(community, carla, ada);
        organisation.told(ada.id(), ada.userName() + "-renamed", true);
        await(
                "select count(*) from person where id = :id and user_name like '%-renamed'",
                ada.id().value(), 1);
        organisation.stands(bo, department, null);
        awaitMembers(community, carla.userName(), ada.userName() + "-renamed", bo.userName());
    }

    @Test
    void aRuleThatMakesNoSenseIsRefusedByItsField() {
        refused("conditions[0].value", condition("department", " "));
        refused("conditions[0].value", condition("manager", "nobody"));
        refused("conditions[0].value", condition("group", UUID.randomUUID().toString()));
        refused(
                "conditions[1].value",
                condition("department", department),
                condition("department", department.toLowerCase(java.util.Locale.ROOT)));
        assertThat(carla.put(community + "/rules", Map.of("match", "some", "conditions", List.of()))
                        .status())
                .isEqualTo(400);
        assertThat(carla.put(community + "/rules", Map.of("match", "all", "conditions", List.of()))
                        .status())
                .isEqualTo(400);
        assertThat(carla.get(community + "/rules").body().get("version").intValue())
                .isZero();
    }

    @Test
    void aRuleThatSomebodyElseChangedIsStale() {
        set(community, "all", condition("department", department));
        assertThat(carla.get(community + "/rules").header("ETag")).isEqualTo("\"1\"");
        set(community, "any", condition("department", department));
        assertThat(web.delete()
                        .uri(community + "/rules")
                        .headers(all -> all.setBearerAuth(carla.token()))
                        .header("If-Match", "\"1\"")
                        .exchange()
                        .returnResult(Void.class)
                        .getStatus()
                        .value())
                .isEqualTo(412);
    }

    @Test
    void anArchivedCommunityIsLeftAsItIs() {
        set(community, "all", condition("department", department));
        awaitMembers(community, carla, ada);
        carla.delete(community);
        organisation.stands(bo, department, null);
        organisation.await("select count(*) from rule_due", Map.of(), 0);

        assertThat(members(community)).containsExactlyInAnyOrder(carla.userName(), ada.userName());
        assertThat(carla.delete(community + "/rules").status()).isEqualTo(409);
    }

    @Test
    void choicesAreWhatHrKnows() {
        organisation.stands(bo, department, ada);
        GroupId group = organisation.group("Choice " + department);
        assertThat(choices("department")).contains(department);
        assertThat(choices("group")).contains(group.toString());
        JsonNode managers = carla.get(community + "/rules/choices?attribute=manager&q=" + ada.userName())
                .body();
        assertThat(managers.at("/items/0/value").stringValue())
                .isEqualTo(ada.id().toString());
        assertThat(managers.at("/items/0/people").intValue()).isOne();
    }

    private String choices(String attribute) {
        return carla.get(community + "/rules/choices?attribute=" + attribute + "&q="
                        + department.substring(department.indexOf(' ') + 1))
                .body()
                .toString();
    }

    private void set(String path, String match, Map<?, ?>... conditions) {
        Answer answer = carla.put(path + "/rules", Map.of("match", match, "conditions", Arrays.asList(conditions)));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body().get("conditions")).hasSize(conditions.length);
    }

    private void refused(String field, Map<?, ?>... conditions) {
        Answer answer =
                carla.put(community + "/rules", Map.of("match", "all", "conditions", Arrays.asList(conditions)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }

    private JsonNode preview(String match, Map<?, ?>... conditions) {
        Answer answer = carla.post(
                community + "/rules/preview", Map.of("match", match, "conditions", Arrays.asList(conditions)));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static Map<String, String> condition(String attribute, String value) {
        return Map.of("attribute", attribute, "value", value);
    }

    private static List<String> names(JsonNode preview, String outcome) {
        JsonNode some = preview.get(outcome);
        List<String> names = some.get("sample")
                .valueStream()
                .map(person -> person.get("userName").stringValue())
                .toList();
        assertThat(some.get("count").intValue()).isEqualTo(names.size());
        return names;
    }

    private Set<String> members(String path) {
        return carla.get(path + "/members?limit=100")
                .body()
                .get("items")
                .valueStream()
                .map(member -> member.at("/person/userName").stringValue())
                .collect(Collectors.toSet());
    }

    private String why(Someone viewer) {
        return viewer.get(community + "/members")
                .body()
                .get("items")
                .valueStream()
                .filter(member ->
                        member.at("/person/id").stringValue().equals(ada.id().toString()))
                .findFirst()
                .orElseThrow()
                .at("/byRule/0/label")
                .asString();
    }

    private void awaitMembers(String path, Someone... expected) {
        awaitMembers(path, Arrays.stream(expected).map(Someone::userName).toArray(String[]::new));
    }

    private void awaitMembers(String path, String... expected) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(members(path)).containsExactlyInAnyOrder(expected));
    }

    private void awaitSettled(String path) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> carla.get(path + "/rules").body().get("settled").booleanValue());
    }

    private void await(String count, UUID id, long expected) {
        organisation.await(count, Map.of("id", id), expected);
    }

    private List<String> told(String path, Someone person, int times) {
        String key = path.substring(path.lastIndexOf('/') + 1) + "/" + person.id();
        return topics.await(MembershipChanged.class, key, times).stream()
                .map(MembershipChanged::role)
                .toList();
    }
}
