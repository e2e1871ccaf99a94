package org.outloud.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.BlockChanged;
import org.outloud.contracts.event.CommunityChanged;
import org.outloud.contracts.event.FollowChanged;
import org.outloud.contracts.event.MembershipChanged;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.Tokens;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** People and communities for tests, told to the service as the other services would tell it. */
@TestComponent
public class Organisation {

    private final Published topics;
    private final DatabaseClient database;
    private final AtomicLong version = new AtomicLong();

    Organisation(Published topics, DatabaseClient database) {
        this.topics = topics;
        this.database = database;
    }

    /** Somebody who can sign in, under a user name nobody else has. */
    public Someone someone(String name) {
        String userName = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        PersonId id = PersonId.next();
        person(id, userName, true);
        return new Someone(id, userName, Tokens.of(userName));
    }

    public void person(PersonId id, String userName, boolean active) {
        topics.publish(new PersonChanged(
                id,
                version.incrementAndGet(),
                Tokens.subjectOf(userName),
                userName,
                userName.toUpperCase(java.util.Locale.ROOT),
                null,
                null,
                "Test department",
                active,
                null,
                new PersonChanged.Contact(userName + "@outloud.example", "Europe/Berlin", "en"),
                Instant.now()));
        await("select count(*) from person where id = :id and active = " + active, id.value());
    }

    public void follows(Someone follower, Someone followee, boolean following) {
        topics.publish(
                new FollowChanged(follower.id(), followee.id(), following, version.incrementAndGet(), Instant.now()));
        await(
                "select count(*) from follow where follower = :id and followee = '" + followee.id()
                        + "' and following = " + following,
                follower.id().value());
    }

    /** How the first keeps the second at a distance from now on. */
    public void distance(Someone blocker, Someone blocked, boolean mutes, boolean blocks) {
        topics.publish(
                new BlockChanged(blocker.id(), blocked.id(), mutes, blocks, version.incrementAndGet(), Instant.now()));
        await(
                "select count(*) from block where blocker = :id and blocked = '" + blocked.id() + "' and mutes = "
                        + mutes + " and blocks = " + blocks,
                blocker.id().value());
    }

    /** Reads one text. */
    public String text(String query) {
        return java.util.Objects.requireNonNull(
                database.sql(query).mapValue(String.class).one().block(Duration.ofSeconds(5)));
    }

    /** How the database would answer a query. */
    public String plan(String query) {
        return String.join(
                "\n",
                java.util.Objects.requireNonNull(database.sql("explain " + query)
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block(Duration.ofSeconds(5))));
    }

    /** Runs a statement. */
    public void run(String statement) {
        database.sql(statement).then().block(Duration.ofSeconds(10));
    }

    public CommunityId community(String visibility) {
        CommunityId id = CommunityId.next();
        topics.publish(new CommunityChanged(
                id, version.incrementAndGet(), "c-" + id, "Community", null, visibility, false, Instant.now()));
        await("select count(*) from community where id = :id", id.value());
        return id;
    }

    public void member(CommunityId community, Someone person, @Nullable String role) {
        topics.publish(new MembershipChanged(community, person.id(), role, version.incrementAndGet(), Instant.now()));
        await(
                "select count(*) from membership where community_id = '" + community + "' and person_id = :id and role "
                        + (role == null ? "is null" : "= '" + role + "'"),
                person.id().value());
    }

    private void await(String count, UUID id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Long.valueOf(1)
                        .equals(database.sql(count)
                                .bind("id", id)
                                .mapValue(Long.class)
                                .one()
                                .block(Duration.ofSeconds(5))));
    }

    /** A person with a token. */
    public record Someone(PersonId id, String userName, String token) {

        public WebTestClient on(WebTestClient web) {
            return web.mutate()
                    .defaultHeader("Authorization", "Bearer " + token)
                    .build();
        }

        /** Publishes and answers the post. */
        public JsonNode posts(WebTestClient web, Map<String, ?> post) {
            return posts(web, "/api/v1/posts", post);
        }

        /** Publishes below a path, such as a comment. */
        public JsonNode posts(WebTestClient web, String path, Map<String, ?> post) {
            JsonNode body = on(web).post()
                    .uri(path)
                    .bodyValue(post)
                    .exchange()
                    .expectStatus()
                    .isCreated()
                    .expectBody(JsonNode.class)
                    .returnResult()
                    .getResponseBody();
            return java.util.Objects.requireNonNull(body);
        }

        public JsonNode gets(WebTestClient web, String path) {
            JsonNode body = on(web).get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(JsonNode.class)
                    .returnResult()
                    .getResponseBody();
            return java.util.Objects.requireNonNull(body);
        }

        public int status(WebTestClient web, String path) {
            return on(web).get()
                    .uri(path)
                    .exchange()
                    .expectBody(byte[].class)
                    .returnResult()
                    .getStatus()
                    .value();
        }
    }
}
