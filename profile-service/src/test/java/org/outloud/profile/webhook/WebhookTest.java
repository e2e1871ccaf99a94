package org.outloud.profile.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.outloud.contracts.event.CommunityChanged;
import org.outloud.contracts.event.MembershipChanged;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.contracts.event.PostPublished;
import org.outloud.contracts.event.RecognitionChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.outloud.platform.testing.Tokens;
import org.outloud.profile.Hr;
import org.outloud.profile.Someone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class WebhookTest {

    private static final String PERSON = "org.outloud.person.changed.v1";
    private static final String COMMUNITY = "org.outloud.community.changed.v1";
    private static final String MEMBERSHIP = "org.outloud.membership.changed.v1";
    private static final String RECOGNITION = "org.outloud.recognition.changed.v1";

    @Autowired
    WebTestClient web;

    @Autowired
    Published topics;

    final Receiver receiver = new Receiver();

    @AfterEach
    void end() {
        receiver.close();
    }

    @Test
    void anEventArrivesSignedOnceAndStandsInTheLog() {
        JsonNode webhook = creates(Tokens.service("scim"), PERSON);
        String person = hires();

        Receiver.Message told = receiver.await(message -> message.isAbout(person));
        assertThat(told.json().get("type").stringValue()).isEqualTo(PERSON);
        assertThat(told.json().at("/data/id").stringValue()).isEqualTo(person);
        assertThat(told.json().get("id").stringValue()).isEqualTo(told.id());
        Instant at = Instant.ofEpochSecond(Long.parseLong(told.timestamp()));
        assertThat(at).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        assertThat(told.signature())
                .isEqualTo(
                        Signature.of(webhook.get("secret").stringValue(), UUID.fromString(told.id()), at, told.body()));

        JsonNode logged = logged(webhook, told.id(), "delivered");
        assertThat(logged.get("status").intValue()).isEqualTo(204);
        assertThat(logged.get("attempts").intValue()).isEqualTo(1);
        assertThat(logged.get("dueAt").isNull()).isTrue();
        assertThat(receiver.messages().stream().filter(message -> message.isAbout(person)))
                .hasSize(1);
    }

    @Test
    void nobodyHearsAgainOfWhatIsOnlyToldAgain() {
        JsonNode webhook = creates(Tokens.service("scim"), PERSON);
        Someone ada = Someone.named("ada");
        String id = ada.id(web);
        receiver.await(message -> message.isAbout(id));

        Someone.named("alex", "admin")
                .asks(web, HttpMethod.POST, "/actuator/reannounce")
                .expectStatus()
                .isOk();
        ada.edits(web, "{\"headline\": \"Learns to weld\"}");

        receiver.await(message ->
                message.isAbout(id) && message.json().at("/data/version").longValue() == 2);
        assertThat(topics.await(PersonChanged.class, id, 3))
                .extracting(PersonChanged::version)
                .containsExactly(1L, 1L, 2L);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> deliveries(webhook)
                        .valueStream()
                        .allMatch(one -> one.get("state").stringValue().equals("delivered")));
        assertThat(receiver.messages().stream().filter(message -> message.isAbout(id)))
                .extracting(message -> message.json().at("/data/version").longValue())
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void aFailedMessageIsSentAgainUnderItsIdUntilItIsTaken() {
        receiver.answering(count -> count < 3 ? 503 : 200);
        JsonNode webhook = creates(Tokens.service("scim"), COMMUNITY);
        pings(webhook);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> receiver.messages().size() >= 3);
        assertThat(receiver.messages())
                .extracting(Receiver.Message::id)
                .containsOnly(receiver.messages().get(0).id());
        JsonNode logged = logged(webhook, receiver.messages().get(0).id(), "delivered");
        assertThat(logged.get("attempts").intValue()).isEqualTo(3);
        assertThat(reads(webhook).get("failures").intValue()).isZero();
    }

    @Test
    void whoKeepsFailingIsPausedAndHearsTheRestWhenResumed() {
        receiver.answering(count -> 500);
        JsonNode webhook = creates(Tokens.service("scim"), COMMUNITY);
        pings(webhook);
        awaitState(webhook, "paused");
        int heard = receiver.messages().size();
        assertThat(heard).isEqualTo(4);

        receiver.answering(count -> 200);
        asks(Tokens.service("scim"), HttpMethod.PATCH, path(webhook), Map.of("state", "active"))
                .expectStatus()
                .isOk();
        logged(webhook, receiver.messages().get(0).id(), "delivered");
        assertThat(reads(webhook).get("state").stringValue()).isEqualTo("active");
    }

    @Test
    void whoIsGoneIsPausedAtOnce() {
        receiver.answering(count -> 410);
        JsonNode webhook = creates(Tokens.service("scim"), COMMUNITY);
        pings(webhook);
        awaitState(webhook, "paused");
        assertThat(receiver.messages()).hasSize(1);
    }

    @Test
    void aRedirectIsNotFollowed() {
        receiver.answering(count -> 307);
        JsonNode webhook = creates(Tokens.service("scim"), COMMUNITY);
        pings(webhook);
        awaitState(webhook, "paused");
        assertThat(receiver.messages()).extracting(Receiver.Message::path).containsOnly("/hook");
    }

    @Test
    void aMessageIsSentOnceMoreWhenAskedFor() {
        JsonNode webhook = creates(Tokens.service("scim"), COMMUNITY);
        pings(webhook);
        String id = receiver.await(message -> true).id();
        logged(webhook, id, "delivered");
        String again = path(webhook) + "/deliveries/" + id + "/redeliver";
        asks(Tokens.service("scim"), HttpMethod.POST, again, Map.of())
                .expectStatus()
                .isAccepted();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> receiver.messages().stream()
                                .filter(message -> message.id().equals(id))
                                .count()
                        == 2);
    }

    @ParameterizedTest
    @CsvSource({
        "http://hr.example/hook, insecure",
        "ftp://hr.example/hook, bad-address",
        "hr.example/hook, bad-address",
        "'', not-blank",
        "https://user@hr.example/, bad-address",
        "https://hr.example/#here, bad-address",
        "https://127.0.0.1/, internal-address",
        "https://2130706433/, internal-address",
        "https://0x7f000001/, internal-address",
        "https://[::1]/, internal-address",
        "https://169.254.169.254/latest, internal-address"
    })
    void anAddressThatMustNotBeToldIsRefusedByName(String url, String code) {
        asks(
                        Tokens.service("scim"),
                        HttpMethod.POST,
                        "/api/v1/webhooks",
                        Map.of("url", url, "events", List.of(COMMUNITY)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("url")
                .jsonPath("$.errors[0].code")
                .isEqualTo(code);
    }

    @Test
    void peopleAreHrsBusinessAndWebhooksTheirOwners() {
        Someone employee = Someone.named("ada", "employee");
        Someone learning = Someone.named("carla", "employee", "learning");
        Someone other = Someone.named("cleo", "employee", "learning");
        Someone admin = Someone.named("alex", "employee", "admin");
        wishes(employee.token(), COMMUNITY).expectStatus().isForbidden();
        wishes(learning.token(), PERSON)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("unknown-event");

        JsonNode webhook = creates(learning.token(), COMMUNITY);
        assertThat(webhook.has("secret")).isTrue();
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.DELETE)) {
            other.asks(web, method, path(webhook)).expectStatus().isNotFound();
        }
        assertThat(admin.gets(web, path(webhook)).has("secret")).isFalse();
        assertThat(other.gets(web, "/api/v1/webhooks").get("items")).isEmpty();
        learning.asks(web, HttpMethod.DELETE, path(webhook)).expectStatus().isNoContent();
        learning.asks(web, HttpMethod.GET, path(webhook)).expectStatus().isNotFound();
    }

    @ParameterizedTest
    @CsvSource({"' ', 400", "x, 400", "00000000-0000-7000-8000-000000000000, 404"})
    void whatIsNoWebhooksIdFindsNone(String id, int status) {
        web.get()
                .uri("/api/v1/webhooks/{id}", id)
                .headers(headers -> headers.setBearerAuth(Tokens.service("scim")))
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    @Test
    void nothingIsToldOfSecretCommunities() {
        JsonNode webhook = creates(Tokens.service("scim"), COMMUNITY, MEMBERSHIP);
        CommunityId secret = CommunityId.next();
        CommunityId open = CommunityId.next();
        topics.publish(community(secret, "secret"));
        topics.publish(membership(secret));
        topics.publish(community(open, "open"));
        MembershipChanged joined = membership(open);
        topics.publish(joined);

        receiver.await(message -> message.isAbout(open.toString()));
        receiver.await(message -> message.isAbout(joined.key()));
        assertThat(receiver.messages()).noneMatch(message -> message.body().contains(secret.toString()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> deliveries(webhook)
                        .valueStream()
                        .noneMatch(one -> one.get("state").stringValue().equals("waiting")));
        assertThat(deliveries(webhook)).hasSize(2);
    }

    @Test
    void thanksAreToldOfThreadsThatEveryoneMayRead() {
        creates(Tokens.service("scim"), RECOGNITION);
        PostPublished everyones = post("everyone");
        PostPublished followers = post("followers");
        topics.publish(followers);
        topics.publish(everyones);
        RecognitionChanged hidden = thanks(followers.id());
        RecognitionChanged seen = thanks(everyones.id());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            topics.publish(hidden);
            topics.publish(seen);
            return receiver.messages().stream().anyMatch(message -> message.isAbout(seen.key()));
        });
        assertThat(receiver.messages()).noneMatch(message -> message.isAbout(hidden.key()));
    }

    private String hires() {
        String userName = "w-" + UUID.randomUUID();
        return Hr.on(web)
                .creates(Map.of(
                        "schemas",
                        List.of("urn:ietf:params:scim:schemas:core:2.0:User"),
                        "userName",
                        userName,
                        "displayName",
                        "Wanda"));
    }

    private JsonNode creates(String token, String... events) {
        return Someone.body(wishes(token, events).expectStatus().isCreated());
    }

    private WebTestClient.ResponseSpec wishes(String token, String... events) {
        return asks(
                token, HttpMethod.POST, "/api/v1/webhooks", Map.of("url", receiver.url(), "events", List.of(events)));
    }

    private void pings(JsonNode webhook) {
        asks(Tokens.service("scim"), HttpMethod.POST, path(webhook) + "/ping", Map.of())
                .expectStatus()
                .isAccepted();
    }

    private JsonNode reads(JsonNode webhook) {
        return Someone.body(asks(Tokens.service("scim"), HttpMethod.GET, path(webhook), Map.of()));
    }

    private JsonNode deliveries(JsonNode webhook) {
        return Someone.body(asks(Tokens.service("scim"), HttpMethod.GET, path(webhook) + "/deliveries", Map.of()))
                .get("items");
    }

    private JsonNode logged(JsonNode webhook, String id, String state) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> deliveries(webhook)
                                .valueStream()
                                .filter(one -> one.get("id").stringValue().equals(id))
                                .findFirst()
                                .orElseGet(() ->
                                        new JsonMapper().createObjectNode().put("state", "absent")),
                        one -> one.get("state").stringValue().equals(state));
    }

    private void awaitState(JsonNode webhook, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> reads(webhook).get("state").stringValue().equals(state));
    }

    private WebTestClient.ResponseSpec asks(String token, HttpMethod method, String path, Map<String, ?> body) {
        WebTestClient.RequestBodySpec request =
                web.method(method).uri(path).headers(headers -> headers.setBearerAuth(token));
        return method.equals(HttpMethod.GET)
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(new JsonMapper().writeValueAsString(body))
                        .exchange();
    }

    private static String path(JsonNode webhook) {
        return "/api/v1/webhooks/" + webhook.get("id").stringValue();
    }

    private static CommunityChanged community(CommunityId id, String visibility) {
        return new CommunityChanged(id, 1, "c-" + id, "Couplings", null, visibility, false, Instant.now());
    }

    private static MembershipChanged membership(CommunityId community) {
        return new MembershipChanged(community, PersonId.next(), "member", 1, Instant.now());
    }

    private static PostPublished post(String audience) {
        PostId id = PostId.next();
        return new PostPublished(
                id,
                1,
                "plain",
                PersonId.next(),
                id,
                null,
                audience,
                null,
                List.of(),
                "Told",
                null,
                null,
                null,
                List.of(),
                List.of(),
                Instant.now(),
                false);
    }

    private static RecognitionChanged thanks(PostId post) {
        return new RecognitionChanged(post, post, PersonId.next(), PersonId.next(), "helped", true, 1, Instant.now());
    }
}
