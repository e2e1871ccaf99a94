package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Rules in SQL, for one rule and everybody as for everybody's rules after a move, say what the same rules say in memory: on
 * organisations, trees of managers, groups and rules made at random, the same ones in each build.
 */
@ServiceTest
@Import(Organisation.class)
class RandomRulesTest {

    private static final int PEOPLE = 60;
    private static final int RULES = 40;
    private static final int MOVES = 200;

    private record Stand(
            UUID id, @Nullable String department, @Nullable UUID manager, Set<UUID> groups) {}

    private record Condition(String attribute, String value) {}

    private record Ruled(UUID community, boolean every, List<Condition> conditions) {}

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    private final Random random = new Random(7);
    private final String tag = Organisation.unique();
    private final Map<UUID, Stand> people = new HashMap<>();
    private final List<UUID> ids = new ArrayList<>();
    private final List<UUID> groups = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    @Test
    void rulesInTheDatabaseAreTheRulesInMemory() {
        for (int i = 0; i < PEOPLE; i++) {
            UUID id = UUID.randomUUID();
            ids.add(id);
            organisation.run(
                    "insert into person (id, version, user_name, display_name, active) values (:id, 1, :name, :name, true)",
                    Map.of("id", id, "name", "random-" + i + "-" + tag));
            people.put(id, new Stand(id, null, null, Set.of()));
        }
        ids.forEach(this::move);
        Someone keeper = organisation.someone(web, "keeper", "learning");
        List<Ruled> rules =
                IntStream.range(0, RULES).mapToObj(i -> rule(keeper, i)).toList();

        assertAgreement(rules);

        IntStream.range(0, MOVES).forEach(i -> move(ids.get(random.nextInt(PEOPLE))));
        assertAgreement(rules);
    }

    private void assertAgreement(List<Ruled> rules) {
        organisation.await("select count(*) from membership_rule where due", Map.of(), 0);
        organisation.await("select count(*) from rule_due", Map.of(), 0);
        for (Ruled rule : rules) {
            Set<UUID> wanted = new HashSet<>();
            people.values().stream().filter(one -> meets(one, rule)).forEach(one -> wanted.add(one.id()));
            Set<UUID> kept = new HashSet<>();
            for (UUID id : ids) {
                if (organisation.count(
                                "select count(*) from membership where community_id = :c and person_id = :p and by_rule",
                                Map.of("c", rule.community(), "p", id))
                        == 1) {
                    kept.add(id);
                }
            }
            assertThat(kept).as(rule.toString()).isEqualTo(wanted);
        }
    }

    private boolean meets(Stand one, Ruled rule) {
        return rule.every()
                ? rule.conditions().stream().allMatch(each -> meets(one, each))
                : rule.conditions().stream().anyMatch(each -> meets(one, each));
    }

    private boolean meets(Stand one, Condition condition) {
        return switch (condition.attribute()) {
            case "department" -> condition.value().equalsIgnoreCase(one.department());
            case "group" -> one.groups().contains(UUID.fromString(condition.value()));
            default -> isBelow(one, UUID.fromString(condition.value()));
        };
    }

    private boolean isBelow(Stand one, UUID manager) {
        Set<UUID> seen = new HashSet<>();
        for (UUID above = one.manager(); above != null && seen.add(above); above = above(above)) {
            if (above.equals(manager)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable UUID above(UUID id) {
        Stand stand = people.get(id);
        return stand == null ? null : stand.manager();
    }

    private Ruled rule(Someone keeper, int number) {
        String path = keeper.founds("Random " + number + " " + tag, "open");
        UUID community = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        boolean every = random.nextBoolean();
        Set<Condition> conditions = new HashSet<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            conditions.add(condition());
        }
        int position = 0;
        organisation.run(
                "insert into membership_rule (community_id, every, version, due) values (:c, :every, 1, false)",
                Map.of("c", community, "every", every));
        for (Condition condition : conditions) {
            Map<String, Object> values = new HashMap<>();
            values.put("c", community);
            values.put("position", position++);
            values.put("attribute", condition.attribute());
            values.put("value", condition.value());
            organisation.run(
                    "insert into rule_condition (community_id, position, attribute, word, ref) select :c, :position,"
                            + " :attribute, case when :attribute = 'department' then :value end,"
                            + " case when :attribute <> 'department' then :value::uuid end",
                    values);
        }
        organisation.run("update membership_rule set due = true where community_id = :c", Map.of("c", community));
        return new Ruled(community, every, List.copyOf(conditions));
    }

    private Condition condition() {
        return switch (random.nextInt(3)) {
            case 0 -> new Condition("department", department().toUpperCase(java.util.Locale.ROOT));
            case 1 ->
                new Condition("group", groups.get(random.nextInt(groups.size())).toString());
            default -> new Condition("manager", ids.get(random.nextInt(PEOPLE)).toString());
        };
    }

    private String department() {
        return "Öl " + random.nextInt(4) + " " + tag;
    }

    /** Somebody stands elsewhere from now on, and the service has noted it as its consumers do. */
    private void move(UUID id) {
        String department = random.nextInt(5) == 0 ? "" : department();
        UUID manager = ids.get(random.nextInt(PEOPLE));
        Set<UUID> in = new HashSet<>();
        groups.stream().filter(group -> random.nextInt(3) == 0).forEach(in::add);
        people.put(id, new Stand(id, department.isEmpty() ? null : department, manager, in));
        organisation.run(
                "with moved as (update person set hr_department = nullif(:department, ''), manager_id = :manager"
                        + " where id = :id),"
                        + " left_groups as (delete from hr_group_member where person_id = :id and group_id <> all(:groups)),"
                        + " in_groups as (insert into hr_group_member (group_id, person_id, member, version)"
                        + " select g, :id, true, 1 from unnest(:groups::uuid[]) g on conflict do nothing)"
                        + " insert into rule_due (person_id, below) values (:id, true)"
                        + " on conflict (person_id) do update set below = true",
                Map.of("department", department, "manager", manager, "id", id, "groups", in.toArray(UUID[]::new)));
    }
}
