package org.outloud.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.WireFeedInput;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.CommunityId;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever likes a feed reader better reads the same there, and no more. */
@ServiceTest
@Import(Organisation.class)
class SyndicationTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    JsonMapper json;

    Someone ada;
    Someone bo;

    @BeforeEach
    void people() {
        ada = organisation.someone("ada");
        bo = organisation.someone("bo");
    }

    @Test
    void aFeedReaderUnderstandsTheAtomAndComesToTheNextPage() throws Exception {
        List<String> said = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            said.add(0, says("Note " + i + "\n\n**bold** & <b>tame</b> #t" + i));
        }

        Feed first = atom(read(bo, "/api/v1/feeds/people/" + ada.id() + ".atom?limit=2"));
        URI next = URI.create(first.getOtherLinks().stream()
                .filter(link -> link.getRel().equals("next"))
                .findFirst()
                .orElseThrow()
                .getHref());
        Feed second = atom(read(bo, next.getRawPath() + "?" + next.getRawQuery()));

        assertThat(first.getTitle()).isEqualTo(ada.userName().toUpperCase(java.util.Locale.ROOT) + " · Outloud");
        assertThat(ids(first)).containsExactly(said.get(0), said.get(1));
        assertThat(ids(second)).containsExactly(said.get(2));
        Entry entry = first.getEntries().get(0);
        assertThat(entry.getTitle()).isEqualTo("Note 3");
        assertThat(entry.getContents().get(0).getValue()).contains("<strong>bold</strong> &amp;");
        assertThat(entry.getCategories().get(0).getTerm()).isEqualTo("t3");
        assertThat(entry.getUpdated()).isEqualTo(first.getUpdated());
    }

    @Test
    void jsonFeedCarriesAllThatWasSaidAndWholeAddresses() {
        String post = ada.posts(
                        web,
                        Map.of(
                                "kind",
                                "working-out-loud",
                                "doing",
                                "Sorting, with @" + bo.userName(),
                                "learned",
                                "Heaps",
                                "need",
                                "A second pair of eyes"))
                .get("id")
                .stringValue();

        JsonNode item = json.readTree(read(ada, "/api/v1/feeds/home.json")).at("/items/0");

        assertThat(item.get("id").stringValue()).isEqualTo("urn:uuid:" + post);
        assertThat(item.get("url").stringValue()).isEqualTo("http://localhost:8080/posts/" + post);
        assertThat(item.get("content_html").stringValue())
                .contains("Working on", "Learned", "Heaps", "Stuck on", "A second pair of eyes", "href=\"http://")
                .doesNotContain("href=\"/");
        assertThat(item.at("/authors/0/url").stringValue()).isEqualTo("http://localhost:8080/people/" + ada.id());
    }

    @Test
    void whatXmlCannotHoldIsReplacedAndTheFeedStaysReadable() throws Exception {
        says("Before\u000Bafter \uFFFE ]]> <script>alert(1)</script>");

        Feed feed = atom(read(bo, "/api/v1/feeds/people/" + ada.id() + ".atom"));

        assertThat(feed.getEntries().get(0).getTitle()).startsWith("Before\uFFFDafter \uFFFD ]]>");
        assertThat(feed.getEntries().get(0).getContents().get(0).getValue()).doesNotContain("<script");
    }

    @Test
    void theSamePageAgainIsNotSentAgainUntilSomethingIsNew() {
        says("One");
        String path = "/api/v1/feeds/people/" + ada.id() + ".json";
        String tag = Objects.requireNonNull(bo.on(web)
                .get()
                .uri(path)
                .exchange()
                .expectHeader()
                .valueMatches(HttpHeaders.CACHE_CONTROL, "no-cache, private")
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag());

        bo.on(web)
                .get()
                .uri(path)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotModified();
        says("Two");
        bo.on(web)
                .get()
                .uri(path)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void aSecretAddressReadsWithItsOwnersEyesUntilItIsTakenBack() {
        CommunityId community = organisation.community("closed");
        organisation.member(community, ada, "member");
        organisation.member(community, bo, "member");
        String inside = ada.posts(
                        web,
                        Map.of(
                                "kind",
                                "plain",
                                "body",
                                "Among us",
                                "audience",
                                Map.of("type", "community", "communityId", community.toString())))
                .get("id")
                .stringValue();
        String address = addressOf(bo) + "/communities/" + community + ".json";

        assertThat(status(address)).isEqualTo(200);
        assertThat(String.valueOf(anonymous(address))).contains(inside);
        organisation.member(community, bo, null);
        assertThat(status(address)).isEqualTo(403);
        organisation.member(community, bo, "member");
        String newer = addressOf(bo) + "/communities/" + community + ".json";
        assertThat(status(address)).isEqualTo(404);
        assertThat(status(newer)).isEqualTo(200);
        JsonNode known = bo.gets(web, "/api/v1/feeds/addresses");
        assertThat(known.get("base").isNull()).isTrue();
        assertThat(known.get("usedAt").isNull()).isFalse();
        organisation.person(bo.id(), bo.userName(), false);
        assertThat(status(newer)).isEqualTo(404);
        organisation.person(bo.id(), bo.userName(), true);
        assertThat(status(newer)).isEqualTo(200);
        bo.on(web)
                .delete()
                .uri("/api/v1/feeds/addresses")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(status(newer)).isEqualTo(404);
    }

    @Test
    void theOutboxIsACollectionOfWhatThePersonWrote() {
        String asked = ada.posts(web, Map.of("kind", "question", "body", "Who knows #heaps?"))
                .get("id")
                .stringValue();

        JsonNode collection = json.readTree(read(bo, "/api/v1/people/" + ada.id() + "/outbox"));
        URI first = URI.create(collection.get("first").stringValue());
        JsonNode page = json.readTree(read(bo, first.getRawPath() + "?" + first.getRawQuery()));

        assertThat(collection.get("type").stringValue()).isEqualTo("OrderedCollection");
        assertThat(page.get("partOf")).isEqualTo(collection.get("id"));
        JsonNode activity = page.at("/orderedItems/0");
        assertThat(activity.get("type").stringValue()).isEqualTo("Create");
        assertThat(activity.at("/object/type").stringValue()).isEqualTo("Question");
        assertThat(activity.at("/object/id").stringValue()).endsWith("/posts/" + asked);
        assertThat(activity.at("/object/tag/0/name").stringValue()).isEqualTo("#heaps");
        assertThat(activity.toString()).doesNotContain("#Public");
        assertThat(bo.status(web, "/api/v1/people/" + java.util.UUID.randomUUID() + "/outbox"))
                .isEqualTo(404);
    }

    private String says(String body) {
        return ada.posts(web, Map.of("kind", "plain", "body", body)).get("id").stringValue();
    }

    private String addressOf(Someone person) {
        JsonNode made = person.on(web)
                .put()
                .uri("/api/v1/feeds/addresses")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return URI.create(Objects.requireNonNull(made).get("base").stringValue())
                .getPath();
    }

    private int status(String address) {
        return web.get()
                .uri(address)
                .exchange()
                .expectBody(byte[].class)
                .returnResult()
                .getStatus()
                .value();
    }

    private JsonNode anonymous(String address) {
        return json.readTree(Objects.requireNonNull(
                web.get().uri(address).exchange().expectBody().returnResult().getResponseBody()));
    }

    private String read(Someone reader, String path) {
        return Objects.requireNonNull(reader.on(web)
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static Feed atom(String xml) throws Exception {
        return (Feed) new WireFeedInput().build(new StringReader(xml));
    }

    private static List<String> ids(Feed feed) {
        return feed.getEntries().stream()
                .map(entry -> entry.getId().substring("urn:uuid:".length()))
                .toList();
    }
}
