package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.community.Someone.Answer;
import org.outloud.contracts.PersonId;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An outsider learns nothing of a secret community, on any path; and the guards in SQL are what sees to it. */
@ServiceTest
@Import(Organisation.class)
class SecrecyTest {

    private static final String COMMUNITIES = "/api/v1/communities";
    private static final String INVENTORY = "/api/v1/inventory";

    private static final String UNGUARDED_COMMUNITY = """
            create or replace function visible_community(viewer uuid) returns setof community language sql stable as $$
              select c.* from community c
            $$
            """;
    private static final String UNGUARDED_ENTRY = """
            create or replace function visible_entry(viewer uuid) returns setof inventory_entry
            language sql stable as $$
              select e.* from inventory_entry e
            $$
            """;

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    Someone steward;
    Someone member;
    Someone follower;
    Someone outsider;
    Someone learning;
    Someone admin;
    String tag;
    String secret;
    String child;
    UUID run = UUID.randomUUID();

    @BeforeEach
    void people() {
        tag = Organisation.unique();
        steward = organisation.someone(web, "steward");
        member = organisation.someone(web, "member");
        follower = organisation.someone(web, "follower");
        outsider = organisation.someone(web, "outsider");
        learning = organisation.someone(web, "learning", "learning");
        admin = organisation.someone(web, "admin", "admin", "moderator");
        secret = steward.founds(Map.of(
                "name", "Secret " + tag, "slug", "secret-" + tag, "domain", "Mergers " + tag, "visibility", "secret"));
        steward.gives(secret, member, "member");
        steward.gives(secret, follower, "follower");
        organisation.run(
                "update community set external_id = :external where id = :id",
                Map.of("external", "external-" + tag, "id", UUID.fromString(id(secret))));
        child = steward.founds(Map.of("name", "Child " + tag, "parentId", id(secret)));
        foundBeforeItWasSecret();
    }

    /** What was found of it and proposed while it was open. */
    private void foundBeforeItWasSecret() {
        Map<String, Object> values =
                Map.of("run", run, "secret", UUID.fromString(id(secret)), "child", UUID.fromString(id(child)));
        organisation.run(
                "insert into landscape_run (id, asked_at, finished_at) values (:run, now(), now() + interval '1 hour')",
                Map.of("run", run));
        organisation.run(
                "insert into found_gap (run_id, place, label, words, people, posts, asks, weeks, examples, nearest,"
                        + " share) select :run, 0, 'gap', '{}', 5, 5, 0, '{}', '{}', :secret, 0.1 where :child is not null",
                values);
        organisation.run(
                "insert into found_overlap (run_id, place, one, other, words, shared_words, shared_tags)"
                        + " select :run, 0, :secret, :child, 1, '{}', '{}'",
                values);
        organisation.run(
                "insert into merge_proposal (id, one_id, other_id, state, proposed_at) select :run,"
                        + " least(:secret::uuid, :child::uuid), greatest(:secret::uuid, :child::uuid), 'open', now()",
                values);
    }

    @AfterEach
    void forgetWhatWasFound() {
        organisation.run("delete from landscape_run where id = :run", Map.of("run", run));
        organisation.run("delete from merge_proposal where id = :run", Map.of("run", run));
    }

    @Test
    void outsidersLearnNothingWhateverTheirRole() {
        for (Someone one : List.of(outsider, learning, admin)) {
            assertThat(leaks(one)).as(one.userName()).isEmpty();
        }
    }

    @Test
    void whoeverTakesPartFindsIt() {
        for (Someone one : List.of(steward, member, follower)) {
            assertThat(one.get(secret).status()).isEqualTo(200);
            assertThat(one.get(secret + "/members").body().get("items")).hasSize(3);
            assertThat(one.get(COMMUNITIES + "?slug=secret-" + tag).body().get("items"))
                    .hasSize(1);
            assertThat(one.get(INVENTORY + "/" + id(secret)).status()).isEqualTo(200);
            assertThat(one.get(child).text("/parentId")).isEqualTo(id(secret));
            assertThat(leaks(one)).isNotEmpty();
        }
    }

    @Test
    void whoHasLeftIsAnOutsiderAgain() {
        member.delete(secret + "/membership");

        assertThat(leaks(member)).isEmpty();
        assertThat(member.put(secret + "/membership", null).status()).isEqualTo(404);
    }

    @Test
    void whatBecomesSecretVanishesWithTheWishesOfOutsiders() {
        String closed = steward.founds("Closing " + tag, "closed");
        outsider.put(closed + "/membership", null);

        steward.patch(closed, Map.of("visibility", "secret"));

        assertThat(outsider.get(closed).status()).isEqualTo(404);
        assertThat(outsider.get(COMMUNITIES + "?mine=true").body().toString()).doesNotContain(tag);
        assertThat(steward.get(closed + "/asks").body().get("items")).isEmpty();
    }

    @Test
    void theSlugOfASecretCommunityIsNotGuessedFromItsName() {
        String unnamed = steward.founds("Takeover " + tag, "secret");

        assertThat(outsider.post(COMMUNITIES, Map.of("name", "Takeover " + tag)).text("/slug"))
                .isEqualTo("takeover-" + tag);
        assertThat(steward.get(unnamed).text("/slug")).startsWith("takeover-" + tag + "-");
    }

    @Test
    void withoutTheGuardOnCommunitiesItWouldLeak() {
        assertGuarded("visible_community(uuid)", UNGUARDED_COMMUNITY, "/map", "/gaps", "/overlaps", "/proposals");
    }

    @Test
    void withoutTheGuardOnTheInventoryItWouldLeak() {
        assertGuarded("visible_entry(uuid)", UNGUARDED_ENTRY, "/map", "/gaps", "/overlaps");
    }

    /** Without the guard an outsider learns of it, and learning and development by each of these paths. */
    private void assertGuarded(String function, String unguarded, String... paths) {
        String guarded = organisation.text("select pg_get_functiondef('" + function + "'::regprocedure)");
        organisation.run(unguarded, Map.of());
        try {
            assertThat(leaks(outsider)).isNotEmpty();
            assertThat(leaks(learning)).contains(paths);
        } finally {
            organisation.run(guarded, Map.of());
        }
        assertThat(leaks(outsider)).isEmpty();
    }

    private static Answer merged(Someone viewer, String from, String into) {
        return viewer.get(from + "/merge?into=" + id(into));
    }

    /** Everything through which the viewer learns of the secret community. */
    private List<String> leaks(Someone viewer) {
        List<String> leaks = new ArrayList<>();
        String unknown = COMMUNITIES + "/" + UUID.randomUUID();
        for (String path : List.of(
                "", "/members", "/asks", "/invitations", "/library", "/rules", "/rules/choices?attribute=group")) {
            compare(leaks, viewer.get(unknown + path), viewer.get(secret + path));
        }
        compare(leaks, viewer.patch(unknown, Map.of("name", "x")), viewer.patch(secret, Map.of("rhythm", "x")));
        compare(leaks, viewer.put(unknown + "/membership", null), viewer.put(secret + "/membership", null));
        compare(
                leaks,
                viewer.put(unknown + "/invitations/" + outsider.id(), null),
                viewer.put(secret + "/invitations/" + PersonId.next(), null));
        compare(
                leaks,
                viewer.delete(unknown + "/invitations/" + viewer.id()),
                viewer.delete(secret + "/invitations/" + viewer.id()));
        Map<String, String> page = Map.of("title", "x", "body", "x");
        compare(leaks, viewer.post(unknown + "/library", page), viewer.post(secret + "/library", page));
        compare(leaks, merged(viewer, unknown, child), merged(viewer, secret, child));
        compare(leaks, merged(viewer, child, COMMUNITIES + "/" + UUID.randomUUID()), merged(viewer, child, secret));
        compare(
                leaks,
                viewer.post(unknown + "/split", Map.of("community", Map.of("name", "x"))),
                viewer.post(
                        secret + "/split",
                        Map.of("community", Map.of("name", "x"), "personIds", List.of(PersonId.next()))));
        compare(leaks, viewer.put(unknown + "/norms/seen", null), viewer.put(secret + "/norms/seen", null));
        compare(
                leaks,
                viewer.put(unknown + "/members/" + outsider.id(), Map.of("role", "member")),
                viewer.put(secret + "/members/" + PersonId.next(), Map.of("role", "member")));
        compare(
                leaks,
                viewer.delete(unknown + "/members/" + outsider.id()),
                viewer.delete(secret + "/members/" + PersonId.next()));
        Map<String, ?> rule =
                Map.of("match", "all", "conditions", List.of(Map.of("attribute", "department", "value", "Mergers")));
        compare(leaks, viewer.put(unknown + "/rules", rule), viewer.put(secret + "/rules", rule));
        compare(leaks, viewer.post(unknown + "/rules/preview", rule), viewer.post(secret + "/rules/preview", rule));
        compare(leaks, viewer.delete(unknown + "/rules"), viewer.delete(secret + "/rules"));
        compare(leaks, viewer.get(INVENTORY + "/" + UUID.randomUUID()), viewer.get(INVENTORY + "/" + id(secret)));
        compare(
                leaks,
                viewer.patch(INVENTORY + "/" + UUID.randomUUID(), Map.of("stage", "maturing")),
                viewer.patch(INVENTORY + "/" + id(secret), Map.of()));
        compare(
                leaks,
                viewer.post(COMMUNITIES, Map.of("name", "x", "parentId", UUID.randomUUID())),
                viewer.post(COMMUNITIES, Map.of("name", "x", "parentId", id(secret))));
        for (String query : List.of(
                "?q=secret+" + tag,
                "?slug=secret-" + tag,
                "?domain=Mergers%20" + tag,
                "?mine=true",
                "?q=" + tag + "&limit=1")) {
            mention(leaks, "communities" + query, viewer.get(COMMUNITIES + query));
        }
        for (String query : List.of(
                "?q=secret+" + tag,
                "?domain=Mergers%20" + tag,
                "?host=outloud&q=" + tag,
                "?q=" + steward.userName(),
                "?stage=potential&q=" + tag,
                "?unstewarded=false&overdue=false&quiet=false&q=" + tag,
                "?sort=size&q=" + tag,
                "?sort=reviewBy&q=" + tag,
                "?sort=lastActivity&q=" + tag)) {
            mention(leaks, "inventory" + query, viewer.get(INVENTORY + query));
        }
        if (viewer.get(child).body().toString().contains(id(secret))) {
            leaks.add("the child names its parent");
        }
        if (viewer.get(INVENTORY + "/map").body().toString().contains("Mergers " + tag)) {
            leaks.add("/map");
        }
        for (String path : List.of("/gaps", "/overlaps", "/proposals")) {
            if (viewer.get(INVENTORY + path).body().toString().contains(id(secret))) {
                leaks.add(path);
            }
        }
        compare(
                leaks,
                viewer.get(INVENTORY + "/proposals/" + UUID.randomUUID()),
                viewer.get(INVENTORY + "/proposals/" + run));
        compare(
                leaks,
                viewer.post(INVENTORY + "/proposals/" + UUID.randomUUID() + "/accept", Map.of()),
                viewer.post(INVENTORY + "/proposals/" + run + "/accept", Map.of()));
        compare(
                leaks,
                viewer.post(INVENTORY + "/proposals", Map.of("communityId", id(child), "otherId", UUID.randomUUID())),
                viewer.post(INVENTORY + "/proposals", Map.of("communityId", id(child), "otherId", id(secret))));
        files(leaks, viewer);
        long counted = viewer.get(INVENTORY).body().at("/counts/all").longValue();
        long visible = organisation.count(
                "select count(*) from inventory_entry e where e.community_id is null"
                        + " or exists (select 1 from community c where c.id = e.id and c.visibility <> 'secret')",
                Map.of());
        if (counted != visible) {
            leaks.add("counts");
        }
        return leaks;
    }

    /** What an import answers of rows that name it, and what an export holds. */
    private void files(List<String> leaks, Someone viewer) {
        if (viewer.get(INVENTORY + "/export?format=json&members=false&q=nothing")
                        .status()
                == 403) {
            return;
        }
        String export = new String(viewer.downloads(INVENTORY + "/export?q=" + tag), StandardCharsets.UTF_8);
        if (export.contains("secret-" + tag) || export.contains("Secret " + tag) || export.contains(id(secret))) {
            leaks.add("export");
        }
        String rows = """
                externalId,name,stage,domain,parent,community,person
                %1$s,Row %2$s,maturing,,,,
                x-%1$s,Secret %2$s,maturing,,,,
                y-%1$s,Child row %2$s,,,%3$s,,
                ,,,,,%3$s,%4$s
                """;
        JsonNode unknown =
                rehearsed(viewer, rows.formatted(UUID.randomUUID(), tag, "unknown-" + tag, viewer.userName()));
        JsonNode known = rehearsed(viewer, rows.formatted(id(secret), tag, "secret-" + tag, viewer.userName()));
        JsonNode taken = rehearsed(viewer, rows.formatted("external-" + tag, tag, "secret-" + tag, viewer.userName()));
        if (!unknown.equals(known) || !unknown.equals(taken)) {
            leaks.add("import " + known + taken);
        }
    }

    private static JsonNode rehearsed(Someone viewer, String rows) {
        Answer answer = viewer.post(INVENTORY + "/import?dryRun=true", rows, Map.of("Content-Type", "text/csv"));
        ObjectNode report = (ObjectNode) answer.body();
        assertThat(report.get("state").stringValue()).isEqualTo("done");
        return report.without("id");
    }

    private static void compare(List<String> leaks, Answer unknown, Answer secret) {
        String expected = unknown.body().toString().replaceAll("[0-9a-f-]{36}", "");
        String answered = secret.body().toString().replaceAll("[0-9a-f-]{36}", "");
        if (unknown.status() != secret.status() || !expected.equals(answered)) {
            leaks.add(secret.whole().getMethod() + " " + secret.whole().getUrl() + " " + secret.status());
        }
    }

    private void mention(List<String> leaks, String query, Answer page) {
        String items = page.body().get("items").toString();
        if (items.contains(id(secret)) || items.contains("Secret " + tag)) {
            leaks.add(query);
        }
    }

    private static String id(String community) {
        return community.substring(community.lastIndexOf('/') + 1);
    }
}
