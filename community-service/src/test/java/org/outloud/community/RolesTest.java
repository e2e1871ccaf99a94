package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.community.Someone.Answer;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Every action as every role, tried on a community of each visibility: what comes of it is the table in {@code
 * docs/roles.md}, no more and no less. The table of this run lies in {@code target/roles.md}.
 */
@ServiceTest
@Import(Organisation.class)
class RolesTest {

    private static final String COMMUNITIES = "/api/v1/communities";
    private static final String INVENTORY = "/api/v1/inventory";
    private static final Path DOCUMENT = Path.of("../docs/roles.md");
    private static final List<String> VISIBILITIES = List.of("open", "closed", "secret");
    private static final List<String> INSIDE =
            List.of("follower", "member", "facilitator", "steward", "steward with learning");
    private static final List<String> OUTSIDE = List.of("employee", "learning", "moderator", "admin");

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    Someone founder;
    Someone other;
    Someone third;
    final Map<String, Someone> everybody = new LinkedHashMap<>();

    @BeforeEach
    void people() {
        founder = organisation.someone(web, "founder");
        other = organisation.someone(web, "other");
        third = organisation.someone(web, "third");
        OUTSIDE.forEach(role -> everybody.put(role, organisation.someone(web, role, role)));
        INSIDE.forEach(role -> everybody.put(
                role, organisation.someone(web, roleIn(role), role.endsWith("learning") ? "learning" : "employee")));
    }

    @Test
    void theTableOfRolesSaysWhatEveryRoleMayDo() throws IOException {
        String table = inCommunities() + "\n" + inTheOrganisation();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/roles.md"), table);

        assertThat(Files.readString(DOCUMENT)).contains(table);
    }

    private String inCommunities() {
        Map<String, BiFunction<Someone, String, Answer>> actions = new LinkedHashMap<>();
        actions.put("see its page", (who, community) -> who.get(community));
        actions.put("see who takes part", (who, community) -> who.get(community + "/members"));
        actions.put("join", (who, community) -> who.put(community + "/membership", null));
        actions.put("leave", (who, community) -> who.delete(community + "/membership"));
        actions.put("see who asks to join", (who, community) -> who.get(community + "/asks"));
        actions.put("take people in and give roles", (who, community) -> who.gives(community, third, "member"));
        actions.put("ask somebody in", (who, community) -> who.put(community + "/invitations/" + third.id(), Map.of()));
        actions.put("see who is asked in", (who, community) -> who.get(community + "/invitations"));
        actions.put("take people out", (who, community) -> who.delete(community + "/members/" + other.id()));
        actions.put("see who is a member by rule, and why", (who, community) -> who.get(community + "/rules"));
        actions.put(
                "try a rule out",
                (who, community) ->
                        who.post(community + "/rules/preview", Map.of("match", "all", "conditions", List.of())));
        actions.put(
                "make people members by rule",
                (who, community) -> who.put(
                        community + "/rules",
                        Map.of(
                                "match",
                                "all",
                                "conditions",
                                List.of(Map.of("attribute", "department", "value", "Nobody's")))));
        actions.put("take the rule back", (who, community) -> who.delete(community + "/rules"));
        actions.put("read its library", (who, community) -> who.get(community + "/library"));
        actions.put(
                "write in its library",
                (who, community) -> who.post(community + "/library", Map.of("title", "Page", "body", "Words")));
        actions.put(
                "take another's page out of its library",
                (who, community) ->
                        who.delete(founder.post(community + "/library", Map.of("title", "Page", "body", "Words"))
                                .header("Location")));
        actions.put("edit its page", (who, community) -> who.patch(community, Map.of("rhythm", "Mondays")));
        actions.put(
                "make another community a part of it",
                (who, community) -> who.post(COMMUNITIES, Map.of("name", "Part", "parentId", id(community))));
        actions.put("archive it", (who, community) -> who.delete(community));
        actions.put("see its entry in the inventory", (who, community) -> who.get(INVENTORY + "/" + id(community)));
        actions.put(
                "review its entry",
                (who, community) -> who.patch(INVENTORY + "/" + id(community), Map.of("stage", "maturing")));
        actions.put(
                "hand its stewardship over",
                (who, community) -> who.patch(
                        INVENTORY + "/" + id(community),
                        Map.of("stewardIds", List.of(other.id().toString()))));
        actions.put(
                "propose to merge it with another",
                (who, community) -> who.post(
                        INVENTORY + "/proposals",
                        Map.of("communityId", id(community), "otherId", id(founder.founds("Other", "open")))));
        actions.put(
                "merge it into another of the same steward",
                (who, community) -> who.post(community + "/merge", Map.of("into", id(twin(who, community)))));
        actions.put(
                "split it",
                (who, community) -> who.post(community + "/split", Map.of("community", Map.of("name", "Split off"))));
        return table(
                "In a community",
                actions.keySet().stream().toList(),
                (action, role) -> VISIBILITIES.stream()
                        .collect(Collectors.groupingBy(
                                visibility -> outcome(Objects.requireNonNull(actions.get(action))
                                        .apply(who(role), community(visibility, role))),
                                LinkedHashMap::new,
                                Collectors.toList())));
    }

    private String inTheOrganisation() {
        Map<String, Function<Someone, Answer>> actions = new LinkedHashMap<>();
        actions.put("found a community", who -> who.post(COMMUNITIES, Map.of("name", "Founded")));
        actions.put("see the inventory", who -> who.get(INVENTORY));
        actions.put(
                "enter a community that lives elsewhere",
                who -> who.post(INVENTORY, Map.of("name", "Elsewhere", "host", "Slack")));
        actions.put(
                "import the inventory",
                who -> who.post(
                        INVENTORY + "/import?dryRun=true", "name\nImported\n", Map.of("Content-Type", "text/csv")));
        actions.put("export the inventory", who -> who.get(INVENTORY + "/export?format=json&q=nothing"));
        actions.put("see gaps and overlaps", who -> who.get(INVENTORY + "/gaps"));
        actions.put("look for gaps and overlaps", who -> who.post(INVENTORY + "/runs", Map.of()));
        actions.put(
                "bring history in",
                who -> who.post(
                        COMMUNITIES.replace("communities", "imports/communities") + "?dryRun=true",
                        "{}",
                        Map.of("Content-Type", "application/x-ndjson")));
        return table(
                "In the organisation",
                actions.keySet().stream().toList(),
                (action, role) -> Map.of(
                        outcome(Objects.requireNonNull(actions.get(action)).apply(who(role))), VISIBILITIES));
    }

    private String table(
            String title, List<String> actions, BiFunction<String, String, Map<String, List<String>>> outcomes) {
        StringBuilder text = new StringBuilder("| " + title + " | " + String.join(" | ", everybody.keySet()) + " |\n");
        text.append("| ---").append(" | ---".repeat(everybody.size())).append(" |\n");
        for (String action : actions) {
            StringJoiner row = new StringJoiner(" | ", "| ", " |\n").add(action);
            everybody.keySet().forEach(role -> row.add(cell(outcomes.apply(action, role))));
            text.append(row);
        }
        return text.toString();
    }

    /** What comes of it where that depends on the visibility, else what always does. */
    private static String cell(Map<String, List<String>> outcomes) {
        if (outcomes.size() == 1) {
            return outcomes.keySet().iterator().next();
        }
        return outcomes.entrySet().stream()
                .filter(outcome -> !outcome.getKey().equals("–"))
                .map(outcome -> (outcome.getKey().equals("yes") ? "" : outcome.getKey() + ": ")
                        + String.join(", ", outcome.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String outcome(Answer answer) {
        return switch (answer.status()) {
            case 200, 201, 204 -> "yes";
            case 202 -> answer.body().has("asked") ? "asks" : "yes";
            case 400, 403, 404, 409 -> "–";
            default -> throw new AssertionError(answer.status() + " " + answer.body());
        };
    }

    /** What a column's person is in the community. */
    private static String roleIn(String role) {
        return role.split(" ", 2)[0];
    }

    private Someone who(String role) {
        return Objects.requireNonNull(everybody.get(role));
    }

    /** A community of that visibility in which the role's person has the role, and another is a member. */
    private String community(String visibility, String role) {
        String community = founder.founds("Roles", visibility);
        founder.gives(community, other, "member");
        if (INSIDE.contains(role)) {
            founder.gives(community, who(role), roleIn(role));
        }
        return community;
    }

    /** Another community as visible, whose steward the person is. */
    private static String twin(Someone who, String community) {
        String visibility = who.get(community).text("/visibility");
        return who.founds("Twin", visibility.isEmpty() ? "secret" : visibility);
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
