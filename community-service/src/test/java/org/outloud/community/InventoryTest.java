package org.outloud.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outloud.community.Someone.Answer;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.MembershipChanged;
import org.outloud.contracts.event.PostDeleted;
import org.outloud.contracts.event.PostPublished;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
@Import(Organisation.class)
class InventoryTest {

    private static final String PATH = "/api/v1/inventory";

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    Someone ada;
    Someone bo;
    Someone learning;
    String tag;

    @BeforeEach
    void people() {
        ada = organisation.someone(web, "ada");
        bo = organisation.someone(web, "bo");
        learning = organisation.someone(web, "learning", "learning");
        tag = Organisation.unique();
    }

    @Test
    void whatIsFoundedHereAppearsByItself() {
        String community = ada.founds(Map.of("name", "Here " + tag, "domain", "Registers"));

        JsonNode entry = only(bo.get(PATH + "?q=here+" + tag));
        assertThat(entry.get("communityId").stringValue()).isEqualTo(id(community));
        assertThat(entry.get("host").stringValue()).isEqualTo("outloud");
        assertThat(entry.get("domain").stringValue()).isEqualTo("Registers");
        assertThat(entry.get("size").intValue()).isEqualTo(1);
        assertThat(entry.at("/stewards/0/userName").stringValue()).isEqualTo(ada.userName());
        assertThat(entry.get("reviewBy").stringValue())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusMonths(6).toString());
        assertThat(entry.get("lastActivity").isNull()).isTrue();
        assertThat(entry.get("overdue").booleanValue()).isFalse();
        assertThat(entry.get("quiet").booleanValue()).isFalse();
        assertThat(entry.get("weeks")).hasSize(12);
        bo.put(community + "/membership", null);
        ada.patch(community, Map.of("name", "There " + tag));
        assertThat(only(bo.get(PATH + "?q=there+" + tag)).get("size").intValue())
                .isEqualTo(2);
    }

    @Test
    void learningEntersWhatIsHostedElsewhere() {
        Map<String, Object> request = Map.of(
                "name", "Data guild " + tag,
                "host", "Slack",
                "url", "https://chat.example/data",
                "domain", "Data",
                "stage", "maturing",
                "size", 40,
                "stewardIds", List.of(bo.id().toString()));

        assertThat(bo.post(PATH, request).status()).isEqualTo(403);
        Answer entered = learning.post(PATH, request, Map.of("Idempotency-Key", tag));
        assertThat(entered.status()).isEqualTo(201);
        assertThat(entered.header("Location")).isEqualTo(PATH + "/" + entered.text("/id"));
        assertThat(entered.header("ETag")).isEqualTo("\"1\"");
        assertThat(entered.body().get("communityId").isNull()).isTrue();
        assertThat(entered.body().get("weeks")).isEmpty();
        assertThat(entered.text("/stewards/0/id")).isEqualTo(bo.id().toString());
        assertThat(learning.post(PATH, request, Map.of("Idempotency-Key", tag)).text("/id"))
                .isEqualTo(entered.text("/id"));
        assertThat(ada.get(PATH + "/" + entered.text("/id")).text("/url")).isEqualTo("https://chat.example/data");
    }

    @Test
    void whatIsWrongWithAnEntryIsNamed() {
        assertRefused(Map.of("host", "Slack"), "name");
        assertRefused(Map.of("name", "x"), "host");
        assertRefused(Map.of("name", "x", "host", "OutLoud"), "host");
        assertRefused(Map.of("name", "x", "host", "Slack", "url", "javascript:alert(1)"), "url");
        assertRefused(Map.of("name", "x", "host", "Slack", "size", -1), "size");
        assertRefused(Map.of("name", "x", "host", "Slack", "stage", "asleep"), "stage");
        assertRefused(Map.of("name", "x", "host", "Slack", "reviewBy", "soon"), "reviewBy");
        assertRefused(
                Map.of(
                        "name",
                        "x",
                        "host",
                        "Slack",
                        "stewardIds",
                        List.of(UUID.randomUUID().toString())),
                "stewardIds");
        assertThat(ada.get(PATH + "?stage=asleep").text("/errors/0/field")).isEqualTo("stage");
        assertThat(ada.get(PATH + "?sort=mood").text("/errors/0/field")).isEqualTo("sort");
        assertThat(ada.get(PATH + "?overdue=perhaps").text("/errors/0/field")).isEqualTo("overdue");
        assertThat(ada.get(PATH + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        web.get().uri(PATH).exchange().expectStatus().isUnauthorized();
    }

    private void assertRefused(Map<String, ?> request, String field) {
        Answer refused = learning.post(PATH, request);
        assertThat(refused.status()).as(request.toString()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field"))
                .as(refused.body().toString())
                .startsWith(field);
    }

    @Test
    void learningAndStewardsReviewAnEntry() {
        String entry = enters(Map.of(
                "name",
                "Guild " + tag,
                "host",
                "Slack",
                "stewardIds",
                List.of(bo.id().toString())));

        assertThat(ada.patch(entry, Map.of("stage", "dormant")).status()).isEqualTo(403);
        Answer reviewed =
                bo.patch(entry, "{\"stage\":\"dormant\",\"reviewBy\":null,\"size\":7}", Map.of("If-Match", "\"1\""));
        assertThat(reviewed.status()).isEqualTo(200);
        assertThat(reviewed.header("ETag")).isEqualTo("\"2\"");
        assertThat(reviewed.text("/stage")).isEqualTo("dormant");
        assertThat(reviewed.body().get("reviewBy").isNull()).isTrue();
        assertThat(reviewed.text("/name")).isEqualTo("Guild " + tag);
        assertThat(learning.patch(entry, Map.of("size", 8), Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        assertThat(learning.patch(entry, Map.of("host", "outloud")).text("/errors/0/field"))
                .isEqualTo("host");
        assertThat(learning.patch(entry, Map.of("stewardIds", List.of())).body().get("stewards"))
                .isEmpty();
        assertThat(bo.patch(entry, Map.of("size", 9)).status()).isEqualTo(403);
    }

    @Test
    void ofACommunityHereStageReviewAndStewardsAreKeptInTheInventory() {
        String community = ada.founds("Hosted " + tag, "closed");
        String entry = PATH + "/" + id(community);

        assertThat(ada.patch(entry, Map.of("name", "Other")).text("/errors/0/code"))
                .isEqualTo("hosted-here");
        assertThat(ada.patch(entry, Map.of("stage", "coalescing", "reviewBy", "2020-01-01"))
                        .status())
                .isEqualTo(200);
        assertThat(bo.get(community).text("/stage")).isEqualTo("coalescing");
        assertThat(bo.get(entry).body().get("overdue").booleanValue()).isTrue();

        Answer handedOver =
                learning.patch(entry, Map.of("stewardIds", List.of(bo.id().toString())));
        assertThat(handedOver.text("/stewards/0/id")).isEqualTo(bo.id().toString());
        assertThat(handedOver.body().get("stewards")).hasSize(1);
        assertThat(ada.get(community).text("/mine/role")).isEqualTo("member");
        assertThat(bo.get(community).text("/mine/role")).isEqualTo("steward");
        assertThat(handedOver.body().get("size").intValue()).isEqualTo(2);
        assertThat(topics.await(MembershipChanged.class, id(community) + "/" + ada.id(), 2))
                .extracting(MembershipChanged::role)
                .containsExactly("steward", "member");
        assertThat(learning.patch(entry, Map.of("stewardIds", List.of())).text("/type"))
                .isEqualTo("/problems/last-steward");
    }

    @Test
    void entriesAreFoundByWordsStewardsAndFilters() {
        enters(Map.of("name", "Alpha " + tag, "host", "Slack " + tag, "domain", "Zeta " + tag, "stage", "closed"));
        String beta = enters(Map.of(
                "name",
                "Beta " + tag,
                "host",
                "Teams",
                "stewardIds",
                List.of(bo.id().toString())));
        organisation.run(
                "update inventory_entry set review_by = '2020-01-01', created_at = now() - interval '91 days'"
                        + " where id = :id",
                Map.of("id", UUID.fromString(id(beta))));

        assertThat(names("?q=" + tag)).containsExactly("Alpha " + tag, "Beta " + tag);
        assertThat(names("?q=zet+" + tag)).containsExactly("Alpha " + tag);
        assertThat(names("?q=" + tag + "+" + bo.userName())).containsExactly("Beta " + tag);
        assertThat(names("?domain=Zeta%20" + tag)).containsExactly("Alpha " + tag);
        assertThat(names("?host=Slack%20" + tag)).containsExactly("Alpha " + tag);
        assertThat(names("?stage=closed&q=" + tag)).containsExactly("Alpha " + tag);
        assertThat(names("?overdue=true&q=" + tag)).containsExactly("Beta " + tag);
        assertThat(names("?quiet=true&q=" + tag)).containsExactly("Beta " + tag);
        assertThat(names("?quiet=false&q=" + tag)).containsExactly("Alpha " + tag);
        assertThat(names("?unstewarded=true&q=" + tag)).containsExactly("Alpha " + tag);
        organisation.deactivated(bo);
        assertThat(names("?unstewarded=true&q=" + tag)).containsExactly("Alpha " + tag, "Beta " + tag);
    }

    @Test
    void countsBelongToAllEntriesWhateverTheFilter() {
        JsonNode before = bo.get(PATH + "?q=nothing-" + tag).body().get("counts");
        String entry = enters(Map.of("name", "Counted " + tag, "host", "Slack", "reviewBy", "2020-01-01"));
        organisation.run(
                "update inventory_entry set created_at = now() - interval '91 days' where id = :id",
                Map.of("id", UUID.fromString(id(entry))));
        JsonNode after = bo.get(PATH + "?q=nothing-" + tag).body().get("counts");

        for (String count : List.of("all", "overdue", "unstewarded", "quiet")) {
            assertThat(after.get(count).longValue() - before.get(count).longValue())
                    .as(count)
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"name, a b c d e", "reviewBy, c ae bd", "size, e bc a d", "lastActivity, e bc a d"})
    void aPageOfEachOrderNeitherRepeatsNorSkips(String sort, String groupsOfEquals) {
        entry("a", 3, "2026-02-01", "2026-01-01T00:00:00Z");
        entry("b", 50, null, "2026-03-01T00:00:00.123456Z");
        entry("c", 50, "2026-01-01", "2026-03-01T00:00:00.123456Z");
        entry("d", null, null, null);
        entry("e", 60, "2026-02-01", "2026-04-01T00:00:00Z");

        StringBuilder seen = new StringBuilder();
        String path = PATH + "?limit=2&sort=" + sort + "&q=" + tag;
        while (path != null) {
            Answer page = bo.get(path);
            page.body()
                    .get("items")
                    .forEach(item -> seen.append(item.get("name").stringValue().charAt(0)));
            String link = page.whole().getResponseHeaders().getFirst("Link");
            path = link == null ? null : link.substring(1, link.indexOf('>'));
        }

        assertThat(seen).hasSize(5);
        int from = 0;
        for (String equals : List.of(groupsOfEquals.split(" ", -1))) {
            String group = seen.substring(from, from + equals.length());
            assertThat(group.chars().boxed())
                    .containsExactlyInAnyOrderElementsOf(equals.chars().boxed().toList());
            from += equals.length();
        }
        String other = sort.equals("name") ? "size" : "name";
        String cursor = bo.get(PATH + "?limit=2&sort=" + sort + "&q=" + tag).text("/next");
        assertThat(bo.get(PATH + "?sort=" + other + "&cursor=" + cursor).status())
                .isEqualTo(400);
    }

    @Test
    void postsAndCommentsAreCountedOnceAndHeardOf() {
        String community = ada.founds("Lively " + tag, "open");
        String entry = PATH + "/" + id(community);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        PostPublished post = post(community, now);
        UUID event = UUID.randomUUID();

        topics.publish(event, post);
        topics.publish(event, post);
        topics.publish(edited(post));
        topics.publish(post(community, now.minus(Duration.ofDays(7))));
        topics.publish(post(community, now.minus(Duration.ofDays(200))));
        PostPublished gone = post(community, now);
        topics.publish(gone);
        topics.publish(new PostDeleted(gone.id(), 2, gone.author(), gone.rootId(), now));
        PostPublished last = post(community, now.minus(Duration.ofDays(14)));
        topics.publish(last);

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode weeks = bo.get(entry).body().get("weeks");
            assertThat(List.of(
                            weeks.get(9).intValue(),
                            weeks.get(10).intValue(),
                            weeks.get(11).intValue()))
                    .isEqualTo(List.of(1, 1, 1));
        });
        assertThat(Instant.parse(bo.get(entry).text("/lastActivity"))).isEqualTo(now);
        assertThat(bo.get(entry).text("/version")).isEqualTo("1");
    }

    private PostPublished post(String community, Instant at) {
        PostId id = PostId.next();
        return new PostPublished(
                id,
                1,
                "plain",
                ada.id(),
                id,
                null,
                "community",
                CommunityId.of(id(community)),
                List.of(),
                "Hello",
                null,
                null,
                null,
                List.of(),
                List.of(),
                at,
                false);
    }

    private static PostPublished edited(PostPublished post) {
        return new PostPublished(
                post.id(),
                2,
                post.kind(),
                post.author(),
                post.rootId(),
                null,
                post.audience(),
                post.communityId(),
                List.of(),
                "Edited",
                null,
                null,
                null,
                List.of(),
                List.of(),
                post.createdAt(),
                false);
    }

    private void entry(String name, @Nullable Integer size, @Nullable String reviewBy, @Nullable String lastActivity) {
        String entry = enters(Map.of("name", name + " " + tag, "host", "Slack"));
        organisation.run(
                "update inventory_entry set size = nullif(:size, -1), review_by = nullif(:reviewBy, '')::date,"
                        + " last_activity = nullif(:lastActivity, '')::timestamptz where id = :id",
                Map.of(
                        "size", size == null ? -1 : size,
                        "reviewBy", reviewBy == null ? "" : reviewBy,
                        "lastActivity", lastActivity == null ? "" : lastActivity,
                        "id", UUID.fromString(id(entry))));
    }

    private String enters(Map<String, ?> entry) {
        return learning.post(PATH, entry).header("Location");
    }

    private List<String> names(String query) {
        List<String> names = new ArrayList<>();
        ada.get(PATH + query)
                .body()
                .get("items")
                .forEach(item -> names.add(item.get("name").stringValue()));
        return names;
    }

    private static JsonNode only(Answer page) {
        assertThat(page.body().get("items")).hasSize(1);
        return page.body().at("/items/0");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
