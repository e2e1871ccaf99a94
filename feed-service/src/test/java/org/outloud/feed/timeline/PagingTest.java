package org.outloud.feed.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.outloud.contracts.PostId;
import org.outloud.feed.Organisation;
import org.outloud.feed.Organisation.Someone;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/**
 * A home feed is read page by page while others write, delete, block and follow. Half of the authors have so many followers
 * that they are merged at reading. The random numbers follow from the seed, which a failure names.
 */
@ServiceTest
@Import(Organisation.class)
class PagingTest {

    private static final Instant TODAY = Instant.parse("2026-03-01T12:00:00Z");
    private static final int AUTHORS = 4;

    @Autowired
    WebTestClient web;

    @Autowired
    Organisation organisation;

    @Autowired
    Timelines timelines;

    final List<Someone> authors = new ArrayList<>();
    Someone viewer;

    @BeforeEach
    void aReaderAndThoseWhoWrite() {
        viewer = organisation.someone("viewer");
        for (int i = 0; i < AUTHORS; i++) {
            Someone author = organisation.someone("author");
            authors.add(author);
            follow(author, true);
            if (i % 2 == 0) {
                organisation.run("insert into shared_source (source_id) values ('%s')".formatted(author.id()));
            }
        }
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noPostComesTwiceAndNoneIsMissed(int seed) {
        Random random = new Random(seed);
        Map<String, Someone> steady = new HashMap<>();
        for (int i = 0; i < 40 + random.nextInt(40); i++) {
            Someone author = authors.get(random.nextInt(AUTHORS));
            steady.put(publish(author, random), author);
        }

        List<String> read = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = viewer.gets(web, "/api/v1/feeds/home?limit=" + (1 + random.nextInt(9)) + cursor);
            for (JsonNode item : page.get("items")) {
                read.add(item.get("id").stringValue());
            }
            assertThat(ids(page)).noneMatch(gone::contains);
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").stringValue();
            for (int i = random.nextInt(4); i > 0; i--) {
                disturb(random, steady, gone);
            }
        }

        assertThat(read).doesNotHaveDuplicates().containsAll(steady.keySet());
    }

    @Test
    void anAuthorBeyondTheThresholdWritesOnceForAll() {
        Someone wide = authors.get(0);
        String id = publish(wide, new Random(7));

        assertThat(organisation.text(
                        "select string_agg(owner_id::text, ',') from timeline where post_id = '" + id + "'"))
                .isEqualTo(wide.id().toString());
        assertThat(ids(viewer.gets(web, "/api/v1/feeds/home"))).containsExactly(id);
        follow(wide, false);
        assertThat(ids(viewer.gets(web, "/api/v1/feeds/home"))).isEmpty();
    }

    /** One thing that others do meanwhile. Whatever it touches need not be read any more; the rest must. */
    private void disturb(Random random, Map<String, Someone> steady, Set<String> gone) {
        Someone author = authors.get(random.nextInt(AUTHORS));
        switch (random.nextInt(6)) {
            case 0, 1, 2 -> publish(author, random);
            case 3 ->
                steady.keySet().stream()
                        .sorted()
                        .skip(random.nextInt(1 + steady.size()))
                        .findFirst()
                        .ifPresent(id -> {
                            organisation.run("update post set deleted_at = now() where id = '" + id + "'");
                            steady.remove(id);
                            gone.add(id);
                        });
            case 4 -> {
                follow(author, false);
                follow(author, true);
                timelines.bringIn(viewer.id(), author.id()).block(Duration.ofSeconds(10));
            }
            default -> {
                organisation.run("""
                        insert into block (blocker, blocked, version, mutes, blocks) values ('%s', '%s', 1, false, true)
                        on conflict (blocker, blocked) do update set blocks = not block.blocks
                        """.formatted(author.id(), viewer.id()));
                steady.values().removeIf(author::equals);
            }
        }
    }

    /** Many posts share a moment, so that ids have to break ties. */
    private String publish(Someone author, Random random) {
        PostId id = PostId.next();
        Instant at = TODAY.plusSeconds(random.nextInt(20));
        organisation.run("""
                insert into post (id, kind, author_id, root_id, root_author_id, audience, body, body_html, created_at)
                values ('%1$s', 'plain', '%2$s', '%1$s', '%2$s', 'everyone', 'word', '<p>word</p>', '%3$s')
                """.formatted(id, author.id(), at));
        timelines.fanOut(id, author.id(), null, at).block(Duration.ofSeconds(10));
        return id.toString();
    }

    private void follow(Someone author, boolean following) {
        organisation.run("""
                insert into follow (follower, followee, version, following) values ('%s', '%s', 1, %s)
                on conflict (follower, followee) do update set following = excluded.following
                """.formatted(viewer.id(), author.id(), following));
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("items").forEach(item -> ids.add(item.get("id").stringValue()));
        return ids;
    }
}
