package org.outloud.community;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.GroupId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.BlockChanged;
import org.outloud.contracts.event.GroupChanged;
import org.outloud.contracts.event.GroupMemberChanged;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.Tokens;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** People for tests, told to the service as the profile service would tell of them. */
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
    public Someone someone(WebTestClient web, String name, String... roles) {
        PersonId id = PersonId.next();
        String userName = name + "-" + unique();
        told(id, userName, true);
        await("select count(*) from person where id = :id", Map.of("id", id.value()), 1);
        return new Someone(id, userName, Tokens.of(userName, roles), web);
    }

    /** Publishes how a person is now, and waits for nothing. */
    public void told(PersonId id, String userName, boolean active) {
        topics.publish(new PersonChanged(
                id,
                version.incrementAndGet(),
                Tokens.subjectOf(userName),
                userName,
                "Test " + userName,
                null,
                null,
                "Test department",
                active,
                null,
                null,
                Instant.now()));
    }

    /** HR says where somebody stands, and the service knows. */
    public void stands(Someone person, @Nullable String department, @Nullable Someone manager) {
        PersonId above = manager == null ? null : manager.id();
        topics.publish(new PersonChanged(
                person.id(),
                version.incrementAndGet(),
                Tokens.subjectOf(person.userName()),
                person.userName(),
                "Test " + person.userName(),
                null,
                null,
                "Test department",
                true,
                new PersonChanged.Employment(department, above),
                null,
                Instant.now()));
        Map<String, Object> values = new HashMap<>(Map.of("id", person.id().value()));
        values.put("department", department == null ? "" : department);
        values.put("manager", above == null ? "" : above.toString());
        await(
                "select count(*) from person where id = :id and coalesce(hr_department, '') = :department"
                        + " and coalesce(manager_id::text, '') = :manager",
                values,
                1);
    }

    /** HR makes a group with this name. */
    public GroupId group(String name) {
        GroupId id = GroupId.next();
        topics.publish(new GroupChanged(id, version.incrementAndGet(), name, null, false, Instant.now()));
        await("select count(*) from hr_group where id = :id", Map.of("id", id.value()), 1);
        return id;
    }

    /** HR puts somebody into a group, or takes them out. */
    public void grouped(GroupId group, Someone person, boolean member) {
        topics.publish(new GroupMemberChanged(group, person.id(), member, version.incrementAndGet(), Instant.now()));
    }

    /** HR ends a person's access, and the service knows. */
    public void deactivated(Someone person) {
        told(person.id(), person.userName(), false);
        await(
                "select count(*) from person where id = :id and not active",
                Map.of("id", person.id().value()),
                1);
    }

    /** One person blocks another from now on, or no longer. */
    public void blocks(Someone blocker, Someone blocked, boolean blocks) {
        topics.publish(
                new BlockChanged(blocker.id(), blocked.id(), false, blocks, version.incrementAndGet(), Instant.now()));
        await(
                "select count(*) from block where blocker = :blocker and blocked = :blocked and blocks = :blocks",
                Map.of("blocker", blocker.id().value(), "blocked", blocked.id().value(), "blocks", blocks),
                1);
    }

    /** Waits until a count in the database is so. */
    public void await(String count, Map<String, Object> values, long expected) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> count(count, values) == expected);
    }

    /** Counts in the database. */
    public long count(String count, Map<String, Object> values) {
        Long counted = database.sql(count)
                .bindValues(values)
                .mapValue(Long.class)
                .one()
                .block(Duration.ofSeconds(5));
        return counted == null ? 0 : counted;
    }

    /** Reads one text. */
    public String text(String query) {
        String text = database.sql(query).mapValue(String.class).one().block(Duration.ofSeconds(5));
        return java.util.Objects.requireNonNull(text);
    }

    /** Runs a statement. */
    public void run(String statement, Map<String, Object> values) {
        database.sql(statement).bindValues(values).then().block(Duration.ofSeconds(10));
    }

    /** Eight characters that no other test has. */
    public static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
