package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.community.Someone.Answer;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** The inventory as a file, in and out. */
@ServiceTest
@Import(Organisation.class)
class InventoryFilesTest {

    private static final String INVENTORY = "/api/v1/inventory";
    private static final String COMMUNITIES = "/api/v1/communities";
    private static final int COMMUNITY_ROWS = 2_000;
    private static final int MEMBERSHIP_ROWS = 20_000;
    private static final int PEOPLE = 250;

    /** Every twentieth row is bad; each kind in turn. */
    private static final int BAD = 20;

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    @Qualifier("importRunner")
    SmartLifecycle runner;

    Someone learning;
    Someone ada;
    Someone bo;
    String tag;

    @BeforeEach
    void people() {
        tag = Organisation.unique();
        WebTestClient patient = web.mutate()
                .responseTimeout(Duration.ofMinutes(3))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(-1))
                .build();
        learning = organisation.someone(patient, "learning", "learning");
        ada = organisation.someone(web, "ada");
        bo = organisation.someone(web, "bo");
    }

    @Test
    void aSpreadsheetBecomesCommunitiesHereAndElsewhereWithTheirMembers() {
        JsonNode report =
                taken("""
                Name;Domain;Host;URL;Stage;Stewards;Review by;Size;Visibility;Community;Person;Role;Remarks
                Bäckerei %1$s;Brot;;;Maturing;%2$s;02.11.2026;;closed;;;;x
                Gilde %1$s;Brot;Slack;https://chat.example/b;;%2$s, %3$s;never;40;;;;;
                ;;;;;;;;;backerei-%1$s;%3$s;;
                """.formatted(tag, ada.userName(), bo.userName()).getBytes(Charset.forName("windows-1252")));

        assertThat(report.get("created").intValue()).as(report.toString()).isEqualTo(3);
        assertThat(report.get("charset").stringValue()).isEqualTo("windows-1252");
        assertThat(report.get("separator").stringValue()).isEqualTo(";");
        assertThat(report.at("/ignoredColumns/0").stringValue()).isEqualTo("Remarks");
        JsonNode bakery = bo.get(COMMUNITIES + "?slug=backerei-" + tag).body().at("/items/0");
        assertThat(bakery.get("name").stringValue()).isEqualTo("Bäckerei " + tag);
        assertThat(bakery.get("visibility").stringValue()).isEqualTo("closed");
        assertThat(bakery.get("stage").stringValue()).isEqualTo("maturing");
        assertThat(bakery.at("/mine/role").stringValue()).isEqualTo("member");
        JsonNode entry =
                bo.get(INVENTORY + "/" + bakery.get("id").stringValue()).body();
        assertThat(entry.get("reviewBy").stringValue()).isEqualTo("2026-11-02");
        assertThat(entry.at("/stewards/0/id").stringValue()).isEqualTo(ada.id().toString());
        JsonNode guild = bo.get(INVENTORY + "?q=gilde+" + tag).body().at("/items/0");
        assertThat(guild.get("size").intValue()).isEqualTo(40);
        assertThat(guild.get("reviewBy").isNull()).isTrue();
        assertThat(guild.get("stewards")).hasSize(2);
    }

    @Test
    void theSameFileAgainChangesNothingWithAndWithoutExternalIds() {
        byte[] file = """
                externalId,name,host,stewards,parent,slug
                ,Parent %1$s,,%2$s,,parent-%1$s
                c-%1$s,Child %1$s,,%2$s,parent-%1$s,
                ,Guild %1$s,Slack,%2$s,,
                """.formatted(tag, ada.userName()).getBytes(StandardCharsets.UTF_8);

        assertThat(taken(file).get("created").intValue()).isEqualTo(3);
        JsonNode again = taken(file);

        assertThat(again.get("unchanged").intValue()).as(again.toString()).isEqualTo(3);
        JsonNode child = bo.get(COMMUNITIES + "?q=child+" + tag).body().at("/items/0");
        assertThat(child.get("parentId").stringValue()).isEqualTo(idOf("parent-" + tag));
        taken("name,host,domain\nGUILD %s,slack,Chat\n".formatted(tag).getBytes(StandardCharsets.UTF_8));
        assertThat(bo.get(INVENTORY + "?q=guild+" + tag).body().get("items")).hasSize(1);
        assertThat(bo.get(INVENTORY + "?q=guild+" + tag).text("/items/0/domain"))
                .isEqualTo("Chat");
    }

    @Test
    void aDryRunSaysWhatWouldBeAndKeepsNothing() {
        Answer rehearsed = learning.post(
                INVENTORY + "/import?dryRun=true",
                "name,stage\nGood %s,\nBad %s,asleep\n".formatted(tag, tag),
                Map.of("Content-Type", "text/csv"));

        assertThat(rehearsed.status()).isEqualTo(200);
        assertThat(rehearsed.body().get("dryRun").booleanValue()).isTrue();
        assertThat(rehearsed.body().get("created").intValue()).isEqualTo(1);
        assertThat(rehearsed.body().get("rejected")).hasSize(1);
        assertThat(rehearsed.body().at("/rejected/0/row").intValue()).isEqualTo(3);
        assertThat(rehearsed.text("/rejected/0/field")).isEqualTo("stage");
        assertThat(rehearsed.text("/rejected/0/code")).isEqualTo("unknown-value");
        assertThat(bo.get(INVENTORY + "?q=" + tag).body().get("items")).isEmpty();
    }

    @Test
    void anImportIsFollowedAndItsBadRowsAreDownloaded() {
        Answer accepted = learning.post(
                INVENTORY + "/import",
                "name,url\nA %s,=cmd\n".formatted(tag),
                Map.of("Content-Type", "text/csv", "Prefer", "respond-async"));
        String location = accepted.header("Location");
        await(location);

        assertThat(accepted.status()).isIn(200, 202);
        assertThat(learning.get(location).text("/state")).isEqualTo("done");
        assertThat(new String(learning.downloads(location + "/rejected"), StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "\uFEFFrow,field,code,detail",
                        "2,url,malformed,\"An address that begins with https:, http: or mailto:.\"");
        Someone other = organisation.someone(web, "other", "learning");
        assertThat(other.get(location).status()).isEqualTo(404);
        assertThat(ada.get(location).status()).isEqualTo(403);
    }

    @Test
    void onlyWhoKeepsTheRegisterTakesFilesInAndGivesThemOut() {
        assertThat(ada.post(INVENTORY + "/import", "name\nA\n", Map.of("Content-Type", "text/csv"))
                        .status())
                .isEqualTo(403);
        assertThat(ada.get(INVENTORY + "/export").status()).isEqualTo(403);
        web.get().uri(INVENTORY + "/export").exchange().expectStatus().isUnauthorized();
        assertThat(organisation
                        .someone(web, "admin", "admin")
                        .post("/api/v1/imports/inventory", "{}", Map.of("Content-Type", "application/x-ndjson"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFileThatCannotBeReadIsRefusedWhole() {
        Answer refused = learning.post(
                INVENTORY + "/import",
                "name,norms\nA %s,\"x\nB,y\n".formatted(tag),
                Map.of("Content-Type", "text/csv"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo("file");
        assertThat(refused.text("/errors/0/code")).isEqualTo("unclosed-quote");
        assertThat(bo.get(INVENTORY + "?q=" + tag).body().get("items")).isEmpty();
        assertThat(learning.post(INVENTORY + "/import", "x", Map.of("Content-Type", "application/zip"))
                        .status())
                .isEqualTo(415);
        assertThat(learning.get(INVENTORY + "/export?format=xml").text("/errors/0/field"))
                .isEqualTo("format");
    }

    @Test
    void anExportShowsWhatTheFilterShowsAndNoFormula() {
        taken("""
                externalId,name,host,domain,norms
                e-%1$s,=HYPERLINK(1) %1$s,Slack,Export-%1$s,
                f-%1$s,Other %1$s,Slack,Other,
                """.formatted(tag).getBytes(StandardCharsets.UTF_8));

        String csv = new String(
                learning.downloads(INVENTORY + "/export?members=false&separator=semicolon&domain=Export-" + tag),
                StandardCharsets.UTF_8);

        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains(";'=HYPERLINK(1) " + tag + ";").doesNotContain("Other");
        assertThat(csv.lines().findFirst().orElseThrow())
                .startsWith("\uFEFFtype;externalId;name")
                .endsWith("archivedAt");
        assertThat(taken(csv.getBytes(StandardCharsets.UTF_8)).get("unchanged").intValue())
                .isEqualTo(1);
        assertThat(bo.get(INVENTORY + "?domain=Export-" + tag).text("/items/0/name"))
                .isEqualTo("=HYPERLINK(1) " + tag);
    }

    @Test
    void exportThenImportIntoAnEmptySystemThenExportIsTheSame() {
        String community = ada.founds(Map.of("name", "Founded " + tag, "norms", "- be kind\n- be \"brief\"; always"));
        bo.put(community + "/membership", Map.of("role", "follower"));
        String closed = ada.founds(Map.of("name", "Closed " + tag, "visibility", "closed", "parentId", id(community)));
        ada.gives(closed, bo, "facilitator");
        String archived = ada.founds("Archived " + tag, "open");
        ada.delete(archived);
        learning.founds("Secret of learning " + tag, "secret");
        learning.post(INVENTORY, Map.of("name", "'@elsewhere " + tag, "host", "Slack", "size", 3));
        organisation.run(
                "update inventory_entry set review_by = null, last_activity = now() where id = :id",
                Map.of("id", UUID.fromString(id(community))));

        byte[] csv = learning.downloads(INVENTORY + "/export");
        byte[] json = learning.downloads(INVENTORY + "/export?format=json");
        empty();
        JsonNode report = taken(csv);
        byte[] csvAgain = learning.downloads(INVENTORY + "/export");
        JsonNode unchanged = taken(csv);
        empty();
        JsonNode fromJson = taken("application/json", json);

        assertThat(report.get("rejected")).as(report.toString()).isEmpty();
        assertThat(csvAgain).asString(StandardCharsets.UTF_8).isEqualTo(new String(csv, StandardCharsets.UTF_8));
        assertThat(unchanged.get("unchanged").intValue())
                .isEqualTo(report.get("read").intValue());
        assertThat(fromJson.get("rejected")).as(fromJson.toString()).isEmpty();
        assertThat(learning.downloads(INVENTORY + "/export?format=json"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(new String(json, StandardCharsets.UTF_8))
                .contains("Secret of learning " + tag);
        assertThat(learning.downloads(INVENTORY + "/export")).isEqualTo(csv);
        assertThat(bo.get(COMMUNITIES + "?q=founded+" + tag).text("/items/0/norms"))
                .isEqualTo("- be kind\n- be \"brief\"; always");
    }

    @Test
    void everyGoodRowOfALargeFileComesInThoughItIsKilledHalfWay() {
        organisation.run("""
                insert into person (id, version, user_name, display_name, active)
                select gen_random_uuid(), 1, :stem || i, 'Person ' || i, true from generate_series(0, :last) i
                """, Map.of("stem", "many-" + tag + "-", "last", PEOPLE - 1));
        Set<String> faults = new TreeSet<>();
        byte[] file = large(faults);

        Answer accepted = learning.post(
                INVENTORY + "/import", file, Map.of("Content-Type", "text/csv", "Prefer", "respond-async"));
        String job = accepted.header("Location");
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> learning.get(job).body().get("processed").intValue() > 4_000);
        runner.stop();
        JsonNode halfWay = learning.get(job).body();
        runner.start();
        await(job);
        JsonNode report = learning.get(job).body();

        assertThat(halfWay.get("state").stringValue()).isEqualTo("running");
        assertThat(halfWay.get("processed").intValue()).isLessThan(COMMUNITY_ROWS + MEMBERSHIP_ROWS);
        assertThat(report.get("state").stringValue()).isEqualTo("done");
        assertThat(rejected(report)).isEqualTo(faults).hasSize((COMMUNITY_ROWS + MEMBERSHIP_ROWS) / BAD);
        int good = COMMUNITY_ROWS + MEMBERSHIP_ROWS - faults.size();
        assertThat(report.get("created").intValue()).isEqualTo(good);
        assertThat(organisation.count(
                        "select count(*) from inventory_entry where name like :name", Map.of("name", "%" + tag)))
                .isEqualTo(COMMUNITY_ROWS - COMMUNITY_ROWS / BAD);

        JsonNode again = taken(file);
        assertThat(again.get("unchanged").intValue()).isEqualTo(good);
        assertThat(rejected(again)).isEqualTo(faults);
        JsonNode rehearsed = taken("text/csv", file, "?dryRun=true");
        assertThat(rejected(rehearsed)).isEqualTo(faults);

        byte[] exported = learning.downloads(INVENTORY + "/export");
        empty();
        assertThat(taken(exported).get("rejected")).isEmpty();
        assertThat(learning.downloads(INVENTORY + "/export")).isEqualTo(exported);
    }

    /** Communities and their members, every twentieth row bad, the kinds of fault in turn. */
    private byte[] large(Set<String> faults) {
        String stem = "many-" + tag + "-";
        StringBuilder text = new StringBuilder(
                "type,externalId,name,slug,visibility,host,url,stage,stewards,reviewBy,size,createdAt,community,person,role,since\n");
        int row = 1;
        for (int i = 0; i < COMMUNITY_ROWS; i++) {
            row++;
            if (i % BAD == 7) {
                text.append(badCommunity(i, row, faults)).append('\n');
            } else if (i % 10 == 0) {
                text.append("community,x-%s-%d,Elsewhere %d %s,,,Slack,https://chat.example/%d,,%s%d,,7,,,,,\n"
                        .formatted(tag, i, i, tag, i, stem, i % PEOPLE));
            } else {
                text.append("community,x-%s-%d,\"Good \"\"%d\"\" %s\",good-%s-%d,%s,,,,%s%d,,,2026-01-01,,,,\n"
                        .formatted(tag, i, i, tag, tag, i, i % 3 == 0 ? "closed" : "open", stem, i % PEOPLE));
            }
        }
        for (int i = 0; i < MEMBERSHIP_ROWS; i++) {
            row++;
            int community = (i / 10 / BAD * BAD) + 1 + i / 10 % 4;
            String slug = "good-" + tag + "-" + community;
            int person = (community + 1 + i % 10 + 10 * (i / 40 % 5)) % PEOPLE;
            if (i % BAD == 11) {
                text.append(badMembership(i, row, slug, faults)).append('\n');
            } else {
                text.append("membership,,,,,,,,,,,,%s,%s%d,%s,\n"
                        .formatted(slug, stem, person, i % 2 == 0 ? "" : "follower"));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String badCommunity(int i, int row, Set<String> faults) {
        String start = "community,bad-%s-%d,".formatted(tag, i);
        String name = "Bad %d %s".formatted(i, tag);
        List<String[]> kinds = List.of(
                new String[] {start + ",,,,,,,,,,,,,", "name required"},
                new String[] {start + name + ",Not A Slug,,,,,,,,,,,,", "slug malformed"},
                new String[] {start + name + ",good-" + tag + "-1,,,,,,,,,,,,", "slug slug-taken"},
                new String[] {start + name + ",,hidden,,,,,,,,,,,", "visibility unknown-value"},
                new String[] {start + name + ",,secret,Slack,,,,,,,,,,", "visibility not-kept"},
                new String[] {start + name + ",,,Slack,javascript:x,,,,,,,,,", "url malformed"},
                new String[] {start + name + ",,,,,asleep,,,,,,,,", "stage unknown-value"},
                new String[] {start + name + ",,,,,,nobody-" + tag + ",,,,,,,", "stewards unknown-person"},
                new String[] {start + name + ",,,,,,,soon,,,,,,", "reviewBy malformed"},
                new String[] {start + name + ",,,,,,,,many,,,,,", "size malformed"},
                new String[] {start + name + ",,,,,,,,,yesterday,,,,", "createdAt malformed"},
                new String[] {start + name + ",,,,,,,,,,,,,,extra", " too-many-cells"},
                new String[] {start + "N".repeat(121) + ",,,,,,,,,,,,,", "name too-long"});
        return bad(kinds.get(i / BAD % kinds.size()), row, faults);
    }

    private String badMembership(int i, int row, String slug, Set<String> faults) {
        String person = "many-" + tag + "-1";
        List<String[]> kinds = List.of(
                new String[] {
                    "membership,,,,,,,,,,,,nowhere-" + tag + "," + person + ",,", "community unknown-community"
                },
                new String[] {"membership,,,,,,,,,,,," + slug + ",nobody-" + tag + ",,", "person unknown-person"},
                new String[] {"membership,,,,,,,,,,,," + slug + "," + person + ",king,", "role unknown-value"},
                new String[] {"membership,,,,,,,,,,,," + slug + ",,,", "person required"},
                new String[] {"sermon,,,,,,,,,,,," + slug + "," + person + ",,", "type unknown-value"});
        return bad(kinds.get(i / BAD % kinds.size()), row, faults);
    }

    private static String bad(String[] kind, int row, Set<String> faults) {
        faults.add(row + " " + kind[1]);
        return kind[0];
    }

    private static Set<String> rejected(JsonNode report) {
        Set<String> rejected = new TreeSet<>();
        report.get("rejected")
                .forEach(one -> rejected.add(one.get("row").intValue() + " "
                        + one.get("field").stringValue() + " " + one.get("code").stringValue()));
        return rejected;
    }

    private JsonNode taken(byte[] file) {
        return taken("text/csv", file);
    }

    private JsonNode taken(String type, byte[] file) {
        return taken(type, file, "");
    }

    private JsonNode taken(String type, byte[] file, String query) {
        Answer answer = learning.post(INVENTORY + "/import" + query, file, Map.of("Content-Type", type));
        assertThat(answer.status()).as(answer.body().toString()).isIn(200, 202);
        String job = answer.header("Location");
        await(job);
        Answer report = learning.get(job);
        assertThat(report.text("/state")).as(report.body().toString()).isEqualTo("done");
        return report.body();
    }

    private void await(String job) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !List.of("receiving", "running")
                        .contains(learning.get(job).text("/state")));
    }

    /** A system with people, and nothing else. */
    private void empty() {
        organisation.run(
                "truncate community, norms_seen, inventory_entry, inventory_steward, membership, community_post,"
                        + " community_week, membership_rule, rule_condition cascade",
                Map.of());
    }

    private String idOf(String slug) {
        return bo.get(COMMUNITIES + "?slug=" + slug).text("/items/0/id");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
