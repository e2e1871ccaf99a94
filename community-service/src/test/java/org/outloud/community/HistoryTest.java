package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.community.Someone.Answer;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.CommunityChanged;
import org.outloud.contracts.event.MembershipChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(Organisation.class)
class HistoryTest {

    private static final String COMMUNITIES = "/api/v1/communities";

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    Someone admin;
    Someone ada;
    Someone bo;
    String tag;

    @BeforeEach
    void people() {
        admin = organisation.someone(web, "admin", "admin");
        ada = organisation.someone(web, "ada");
        bo = organisation.someone(web, "bo");
        tag = Organisation.unique();
    }

    @Test
    void communitiesAndTheirMembersComeInWithTheirTimesWhateverTheOrderOfLines() {
        JsonNode report = imported(lines(), false);

        assertThat(report.get("state").stringValue()).isEqualTo("done");
        assertThat(report.get("created").intValue()).as(report.toString()).isEqualTo(5);
        assertThat(report.get("rejected")).isEmpty();
        JsonNode bread = bo.get(COMMUNITIES + "?slug=bread-" + tag).body().at("/items/0");
        assertThat(bread.get("name").stringValue()).isEqualTo("Bread " + tag);
        assertThat(bread.get("createdAt").stringValue()).isEqualTo("2025-03-01T08:00:00Z");
        assertThat(bread.get("stage").stringValue()).isEqualTo("maturing");
        assertThat(bread.get("members").intValue()).isEqualTo(2);
        String path = COMMUNITIES + "/" + bread.get("id").stringValue();
        JsonNode members = bo.get(path + "/members").body().get("items");
        assertThat(members.at("/0/role").stringValue()).isEqualTo("steward");
        assertThat(members.at("/0/since").stringValue()).isEqualTo("2025-03-01T08:00:00Z");
        assertThat(members.at("/1/since").stringValue()).isEqualTo("2025-04-01T08:00:00Z");
        JsonNode entry =
                bo.get("/api/v1/inventory/" + bread.get("id").stringValue()).body();
        assertThat(entry.get("reviewBy").stringValue()).isEqualTo("2025-09-01");
        assertThat(entry.get("overdue").booleanValue()).isTrue();

        JsonNode guild = bo.get("/api/v1/inventory?q=guild+" + tag).body().at("/items/0");
        assertThat(guild.get("host").stringValue()).isEqualTo("Slack");
        assertThat(guild.get("size").intValue()).isEqualTo(70);
        assertThat(guild.get("lastActivity").stringValue()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(guild.at("/stewards/0/userName").stringValue()).isEqualTo(bo.userName());
        assertThat(guild.get("communityId").isNull()).isTrue();
        assertThat(bo.get(COMMUNITIES + "?q=guild+" + tag).body().get("items")).isEmpty();

        assertThat(topics.await(CommunityChanged.class, bread.get("id").stringValue(), 1))
                .hasSize(1);
        assertThat(topics.await(MembershipChanged.class, bread.get("id").stringValue() + "/" + bo.id(), 1))
                .extracting(MembershipChanged::role)
                .containsExactly("member");
    }

    @Test
    void theSameImportAgainChangesNothingAndTellsNothing() {
        imported(lines(), false);
        awaitEmptyOutbox();
        long told = eventsAppended();

        JsonNode again = imported(lines(), false);

        assertThat(again.get("unchanged").intValue()).as(again.toString()).isEqualTo(5);
        assertThat(again.get("created").intValue() + again.get("updated").intValue())
                .isZero();
        assertThat(eventsAppended()).isEqualTo(told);
    }

    @Test
    void aChangedLineChangesOnlyWhatItSays() {
        imported(lines(), false);
        bo.put(path("bread-" + tag) + "/membership", Map.of("role", "follower"));

        JsonNode report = imported("""
                {"type":"community","externalId":"b-%1$s","name":"Bread and rolls %1$s"}
                {"type":"membership","community":"bread-%1$s","person":"%2$s","role":"facilitator"}
                {"type":"membership","community":"bread-%1$s","person":"%3$s","role":"follower"}
                """.formatted(tag, bo.userName(), ada.userName()), false);

        assertThat(report.get("updated").intValue()).as(report.toString()).isEqualTo(2);
        assertThat(report.get("unchanged").intValue()).isEqualTo(1);
        JsonNode bread = ada.get(COMMUNITIES + "?slug=bread-" + tag).body().at("/items/0");
        assertThat(bread.get("name").stringValue()).isEqualTo("Bread and rolls " + tag);
        assertThat(bread.get("purpose").stringValue()).isEqualTo("Better crust");
        assertThat(bread.get("version").longValue()).isEqualTo(2);
        assertThat(bread.at("/mine/role").stringValue()).isEqualTo("steward");
        assertThat(bo.get(path("bread-" + tag)).text("/mine/role")).isEqualTo("facilitator");
    }

    @Test
    void whoHasLeftIsNotFetchedBack() {
        imported(lines(), false);
        bo.delete(path("bread-" + tag) + "/membership");

        assertThat(imported(lines(), false).get("unchanged").intValue()).isEqualTo(5);
        assertThat(bo.get(path("bread-" + tag)).body().at("/mine/role").isNull())
                .isTrue();
    }

    @Test
    void aBadLineNeverLosesAGoodOne() {
        ada.founds(Map.of("name", "Taken", "slug", "taken-" + tag));
        String archived = ada.founds(Map.of("name", "Archived", "slug", "archived-" + tag));
        ada.delete(archived);
        String lines = """
                {"type":"community","externalId":"1-%1$s","name":"Good %1$s","slug":"good-%1$s"}
                {"type":"community","name":"No id"}
                {"type":"community","externalId":"3-%1$s"}
                {"type":"community","externalId":"4-%1$s","name":"x","slug":"Bad Slug"}
                {"type":"community","externalId":"5-%1$s","name":"x","slug":"taken-%1$s"}
                {"type":"community","externalId":"6-%1$s","name":"x","stage":"asleep"}
                {"type":"community","externalId":"7-%1$s","name":"x","visibility":"hidden"}
                {"type":"community","externalId":"8-%1$s","name":"x","host":"Slack","visibility":"secret"}
                {"type":"community","externalId":"9-%1$s","name":"x","host":"Slack","url":"javascript:x"}
                {"type":"community","externalId":"10-%1$s","name":"x","createdAt":"yesterday"}
                {"type":"community","externalId":"11-%1$s","name":"x","reviewBy":"soon"}
                {"type":"community","externalId":"12-%1$s","name":"x","size":"many"}
                {"type":"membership","community":"good-%1$s","person":"%2$s","role":"king"}
                {"type":"membership","community":"nowhere-%1$s","person":"%2$s"}
                {"type":"membership","community":"archived-%1$s","person":"%2$s"}
                {"type":"membership","community":"good-%1$s","person":"%2$s","role":"member"}
                {"type":"sermon"}
                not json
                """.formatted(tag, bo.userName());

        JsonNode report = imported(lines, false);

        assertThat(report.get("created").intValue()).as(report.toString()).isEqualTo(2);
        List<String> rejected = new ArrayList<>();
        report.get("rejected")
                .forEach(line -> rejected.add(
                        line.get("line").intValue() + " " + line.get("field").stringValue() + " "
                                + line.get("code").stringValue()));
        assertThat(rejected)
                .containsExactly(
                        "2 externalId required",
                        "3 name required",
                        "4 slug malformed",
                        "5 slug slug-taken",
                        "6 stage unknown-value",
                        "7 visibility unknown-value",
                        "8 visibility not-kept",
                        "9 url malformed",
                        "10 createdAt malformed",
                        "11 reviewBy malformed",
                        "12 size malformed",
                        "13 role unknown-value",
                        "14 community unknown-community",
                        "15 community community-archived",
                        "17 type unknown-value",
                        "18  malformed-json");
    }

    @Test
    void peopleWhoArriveAMomentLaterAreWaitedForAndOthersNot() throws Exception {
        PersonId late = PersonId.next();
        String userName = "late-" + tag;
        String lines = """
                {"type":"community","externalId":"w-%1$s","name":"Waiting %1$s","slug":"waiting-%1$s"}
                {"type":"membership","community":"waiting-%1$s","person":"LATE-%1$s"}
                {"type":"membership","community":"waiting-%1$s","person":"never-%1$s"}
                """.formatted(tag);
        CompletableFuture<Void> arrival = CompletableFuture.runAsync(() -> {
            organisation.await(
                    "select count(*) from community where slug = :slug", Map.of("slug", "waiting-" + tag), 1);
            organisation.told(late, userName, true);
        });

        JsonNode report = imported(lines, false);
        arrival.get(20, TimeUnit.SECONDS);

        assertThat(report.get("created").intValue()).as(report.toString()).isEqualTo(2);
        assertThat(report.get("rejected")).hasSize(1);
        assertThat(report.at("/rejected/0/field").stringValue()).isEqualTo("person");
        assertThat(report.at("/rejected/0/code").stringValue()).isEqualTo("unknown-person");
    }

    @Test
    void aDryRunReportsAndKeepsNothing() {
        JsonNode report = imported(lines(), true);

        assertThat(report.get("created").intValue()).as(report.toString()).isEqualTo(5);
        assertThat(bo.get(COMMUNITIES + "?q=" + tag).body().get("items")).isEmpty();
        assertThat(bo.get("/api/v1/inventory?q=" + tag).body().get("items")).isEmpty();
    }

    @Test
    void importedSecretsAreKept() {
        imported("""
                {"type":"community","externalId":"s-%1$s","name":"Secret %1$s","visibility":"secret","steward":"%2$s"}
                """.formatted(tag, ada.userName()), false);

        assertThat(ada.get(COMMUNITIES + "?q=" + tag).body().get("items")).hasSize(1);
        assertThat(bo.get(COMMUNITIES + "?q=" + tag).body().get("items")).isEmpty();
        assertThat(bo.get("/api/v1/inventory?q=" + tag).body().get("items")).isEmpty();
    }

    @Test
    void aLargeImportComesInAndAgainChangesNothing() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            lines.append("{\"type\":\"membership\",\"community\":\"many-%1$s-%2$d\",\"person\":\"%3$s\"}%n"
                    .formatted(tag, i, i % 2 == 0 ? ada.userName() : bo.userName()));
            lines.append(("{\"type\":\"community\",\"externalId\":\"m-%1$s-%2$d\",\"slug\":\"many-%1$s-%2$d\","
                            + "\"name\":\"Many %1$s %2$d\",\"steward\":\"%3$s\"}%n")
                    .formatted(tag, i, ada.userName()));
        }

        JsonNode first = imported(lines.toString(), false);
        JsonNode second = imported(lines.toString(), false);

        assertThat(first.get("created").intValue()).as(first.toString()).isEqualTo(900);
        assertThat(first.get("unchanged").intValue()).isEqualTo(300);
        assertThat(second.get("unchanged").intValue()).isEqualTo(1200);
        assertThat(bo.get(path("many-" + tag + "-599")).body().get("members").intValue())
                .isEqualTo(2);
    }

    @Test
    void onlyAdministratorsBringHistoryIn() {
        Answer refused = ada.post("/api/v1/imports/communities", "{}", Map.of("Content-Type", "application/x-ndjson"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(ada.get("/api/v1/imports/" + UUID.randomUUID()).status()).isEqualTo(403);
        assertThat(admin.get("/api/v1/imports/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    private String lines() {
        return """
                {"type":"membership","community":"bread-%1$s","person":"%3$s","role":"member", \
                "since":"2025-04-01T08:00:00Z"}
                {"type":"community","externalId":"b-%1$s","slug":"bread-%1$s","name":"Bread %1$s","domain":"Baking", \
                "purpose":"Better crust","stage":"maturing","createdAt":"2025-03-01T08:00:00Z","steward":"%2$s"}
                {"type":"community","externalId":"c-%1$s","name":"Cake %1$s"}
                {"type":"community","externalId":"d-%1$s","name":"Cake %1$s"}
                {"type":"community","externalId":"g-%1$s","name":"Guild %1$s","host":"Slack","url":"https://chat.example/x", \
                "size":70,"steward":"%4$s","lastActivity":"2026-01-02T03:04:05Z"}
                """.formatted(tag, ada.userName(), bo.userName(), bo.userName().toUpperCase(java.util.Locale.ROOT));
    }

    private JsonNode imported(String lines, boolean dryRun) {
        Answer accepted = admin.post(
                "/api/v1/imports/communities?dryRun=" + dryRun, lines, Map.of("Content-Type", "application/x-ndjson"));
        assertThat(accepted.status()).isEqualTo(202);
        String location = accepted.header("Location");
        assertThat(location).endsWith("3");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !List.of("receiving", "running")
                        .contains(admin.get(location).text("/state")));
        return admin.get(location).body();
    }

    private String path(String slug) {
        return COMMUNITIES + "/"
                + admin.get(COMMUNITIES + "?slug=" + slug)
                        .body()
                        .at("/items/0/id")
                        .stringValue();
    }

    private void awaitEmptyOutbox() {
        organisation.await("select count(*) from outbox", Map.of(), 0);
    }

    /** How many events were ever appended. */
    private long eventsAppended() {
        return organisation.count("select last_value from outbox_seq_seq", Map.of());
    }
}
