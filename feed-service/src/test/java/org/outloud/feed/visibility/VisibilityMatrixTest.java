package org.outloud.feed.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.outloud.feed.Organisation;
import org.outloud.feed.Organisation.Someone;
import org.outloud.feed.mail.DigestLines;
import org.outloud.feed.visibility.Mutants.Mutant;
import org.outloud.feed.visibility.Scene.Talk;
import org.outloud.feed.visibility.Surfaces.Surface;
import org.outloud.platform.testing.Ground;
import org.outloud.platform.testing.OpenApiDocument;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Every audience, seen by everybody that one can be to its author, on every surface; and every condition of the functions
 * that decide it, taken out one at a time.
 */
@ServiceTest
@Import(Organisation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisibilityMatrixTest {

    /** Changes that cannot be seen, because something else makes sure of the same. */
    private static final Map<String, String> EQUIVALENT = Map.of(
            "p.audience = 'community' -> true", "only posts in a community have a community_id: post_in_a_community",
            "p.in_reply_to is null -> false", "a post is the root of its own thread: post_root_is_itself");

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Published topics;

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    @Value("${outloud.database.name}")
    String database;

    Scene scene;
    Surfaces surfaces;

    private String mailTo(Someone reader) {
        return DigestLines.of(context, organisation, reader.id());
    }

    @BeforeAll
    void everybodyTakesTheirPlace() {
        String before;
        try (org.outloud.feed.Stream stream = org.outloud.feed.Stream.open(port, organisation.someone("first"), null)) {
            before = stream.lastId();
        }
        scene = new Scene(organisation, web);
        surfaces = new Surfaces(scene, web, topics, port, before, this::mailTo);
        Awaitility.await()
                .until(() -> scene.asks(
                                scene.viewer(Relation.DEACTIVATED),
                                org.springframework.http.HttpMethod.GET,
                                "/api/v1/feeds/home",
                                null)
                        == 403);
        surfaces.listen();
    }

    @AfterAll
    void everybodyLeaves() {
        surfaces.close();
    }

    @Test
    void everyViewerLearnsOfExactlyTheThreadsThatAreForThem() {
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        for (Surface surface : surfaces.all()) {
            for (Relation viewer : Relation.values()) {
                for (Talk thread : surface.threads()) {
                    cases++;
                    boolean should = surface.should().test(viewer, thread);
                    if (surface.shows().test(viewer, thread) != should) {
                        wrong.add(
                                "%s %s %s: %s".formatted(should ? "MISSING" : "LEAK", viewer, thread, surface.name()));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cases).isGreaterThan(5_000);
    }

    @Test
    void everyOperationThatShowsPostsIsInTheMatrix() {
        Set<String> known =
                surfaces.all().stream().map(Surface::operation).collect(Collectors.toCollection(TreeSet::new));
        known.addAll(Surfaces.SHOW_NO_POSTS);
        known.remove("export");
        known.remove("digest");

        assertThat(known)
                .containsExactlyInAnyOrderElementsOf(OpenApiDocument.read()
                        .operations(
                                "/api/v1/posts",
                                "/api/v1/moderation/cases",
                                "/api/v1/moderation/hidden",
                                "/api/v1/attachments",
                                "/api/v1/feeds",
                                "/api/v1/people/{id}/outbox",
                                "/api/v1/stream",
                                "/api/v1/audiences",
                                "/api/v1/tags",
                                "/api/v1/search",
                                "/api/v1/catch-up",
                                "/api/v1/notifications",
                                "/api/v1/imports/posts"));
    }

    @Test
    void takingOutAnyConditionOfWhoMayReadIsNoticed() throws SQLException {
        List<String> survivors = new ArrayList<>();
        try (Connection connection =
                        Ground.database().getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Set<String> expected = rightfullyRead();
            assertThat(read(statement)).isEqualTo(expected);
            int tried = 0;
            for (String function : List.of("readable_post(uuid)", "is_member(uuid,uuid)", "hidden_from(uuid)")) {
                for (Mutant mutant : Mutants.of(definition(statement, function))) {
                    tried++;
                    statement.execute(mutant.definition());
                    if (read(statement).equals(expected) && !EQUIVALENT.containsKey(mutant.change())) {
                        survivors.add(function + ": " + mutant.change());
                    }
                    connection.rollback();
                }
            }
            assertThat(tried).isGreaterThan(60);
        }
        assertThat(survivors).isEmpty();
    }

    @Test
    void takingOutAnyConditionOfWhoIsMetIsNoticedByTheSurfaces() throws SQLException {
        List<String> survivors = new ArrayList<>();
        try (Connection connection =
                        Ground.database().getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String function : List.of("muted_by(uuid)", "visible_person(uuid)", "hidden_from(uuid)")) {
                String right = definition(statement, function);
                for (Mutant mutant : Mutants.of(right)) {
                    statement.execute(mutant.definition());
                    try {
                        if (!somethingIsWrong()) {
                            survivors.add(function + ": " + mutant.change());
                        }
                    } finally {
                        statement.execute(right);
                    }
                }
            }
        }
        assertThat(survivors).isEmpty();
    }

    @Test
    void takingOutAnyConditionOfWhoLearnsThatSomethingIsGoneIsNoticed() throws SQLException {
        List<String> survivors = new ArrayList<>();
        try (Connection connection =
                        Ground.database().getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (Talk thread : scene.threads()) {
                statement.execute("update post set deleted_at = now() where id in ('%s', '%s')"
                        .formatted(thread.comment(), thread.others()));
            }
            for (Talk thread : scene.hosted()) {
                statement.execute("update post set deleted_at = now() where id = '%s'".formatted(thread.others()));
            }
            Set<String> expected = rightfully(losses());
            assertThat(read(statement, "lost_post")).isEqualTo(expected);
            for (Mutant mutant : Mutants.of(definition(statement, "lost_post(uuid)"))) {
                java.sql.Savepoint before = connection.setSavepoint();
                statement.execute(mutant.definition());
                if (read(statement, "lost_post").equals(expected) && !EQUIVALENT.containsKey(mutant.change())) {
                    survivors.add(mutant.change());
                }
                connection.rollback(before);
            }
            connection.rollback();
        }
        assertThat(survivors).isEmpty();
    }

    /** Who may learn that something is gone, where all comments went. */
    private Map<String, java.util.function.Predicate<Relation>> losses() {
        Map<String, java.util.function.Predicate<Relation>> losses = new LinkedHashMap<>();
        for (Talk thread : scene.threads()) {
            losses.put(thread.id(), viewer -> !thread.stands() && viewer.mayRead(thread.circle()));
            Stream.of(thread.comment(), thread.others())
                    .forEach(id -> losses.put(id, viewer -> thread.stands() && viewer.mayRead(thread.circle())));
        }
        for (Talk thread : scene.hosted()) {
            losses.put(thread.id(), viewer -> false);
            losses.put(thread.others(), viewer -> viewer.mayRead(thread.circle()));
        }
        return losses;
    }

    private boolean somethingIsWrong() {
        surfaces.forget();
        Set<String> telling = Set.of("home feed", "audience that names the author", "name among thanks", "post");
        try {
            return surfaces.all().stream()
                    .filter(surface -> telling.contains(surface.name()))
                    .anyMatch(surface -> Stream.of(Relation.values())
                            .anyMatch(viewer -> surface.threads().stream()
                                    .anyMatch(thread -> surface.shows().test(viewer, thread)
                                            != surface.should().test(viewer, thread))));
        } finally {
            surfaces.forget();
        }
    }

    private static String definition(Statement statement, String function) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_get_functiondef('" + function + "'::regprocedure)")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Who reads which post, as the database says. */
    private Set<String> read(Statement statement) throws SQLException {
        return read(statement, "readable_post");
    }

    private Set<String> read(Statement statement, String function) throws SQLException {
        String viewers = Stream.of(Relation.values())
                .filter(viewer -> viewer != Relation.DEACTIVATED)
                .map(viewer -> "('" + viewer + "', '" + scene.viewer(viewer).id() + "'::uuid)")
                .collect(Collectors.joining(", "));
        String posts = posts().keySet().stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        Set<String> read = new HashSet<>();
        try (ResultSet rows = statement.executeQuery("""
                select v.name, p.id from (values %s) as v (name, id) cross join lateral %s(v.id) p
                where p.id in (%s)
                """.formatted(viewers, function, posts))) {
            while (rows.next()) {
                read.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return read;
    }

    private Set<String> rightfullyRead() {
        return rightfully(posts());
    }

    private static Set<String> rightfully(Map<String, java.util.function.Predicate<Relation>> posts) {
        Set<String> read = new HashSet<>();
        posts.forEach((post, rule) -> Stream.of(Relation.values())
                .filter(viewer -> viewer != Relation.DEACTIVATED && rule.test(viewer))
                .forEach(viewer -> read.add(viewer + " " + post)));
        return read;
    }

    private Map<String, java.util.function.Predicate<Relation>> posts() {
        Map<String, java.util.function.Predicate<Relation>> posts = new LinkedHashMap<>();
        for (Talk thread : scene.threads()) {
            Stream.of(thread.id(), thread.comment(), thread.others())
                    .forEach(id -> posts.put(id, viewer -> thread.stands() && viewer.mayRead(thread.circle())));
        }
        for (Talk thread : scene.hosted()) {
            posts.put(thread.id(), viewer -> viewer.belongsTo(thread.circle()));
            posts.put(thread.others(), viewer -> viewer.mayRead(thread.circle()));
        }
        return posts;
    }
}
