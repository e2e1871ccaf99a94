package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.event.BlockChanged;
import org.outloud.contracts.event.FollowChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

/** Muting and blocking among people. */
@ServiceTest
class DistanceTest {

    private static final String UNGUARDED = """
            create or replace function hidden_from(viewer uuid) returns setof uuid language sql stable as $$
              select null::uuid where false
            $$
            """;

    @Autowired
    WebTestClient web;

    @Autowired
    Published topics;

    @Autowired
    DatabaseClient database;

    Someone ada;
    Someone bo;
    Someone carla;
    String adaId;
    String boId;
    String carlaId;

    @BeforeEach
    void people() {
        ada = Someone.named("ada");
        bo = Someone.named("bo");
        carla = Someone.named("carla");
        adaId = ada.id(web);
        boId = bo.id(web);
        carlaId = carla.id(web);
        carla.puts(web, "/api/v1/people/" + boId + "/follow");
        bo.puts(web, "/api/v1/people/" + carlaId + "/follow");
    }

    @Test
    void neitherOfTheTwoMeetsTheOther() {
        ada.puts(web, "/api/v1/people/" + boId + "/block");

        assertThat(traces(ada, bo, boId)).isEmpty();
        assertThat(traces(bo, ada, adaId)).isEmpty();
        assertThat(traces(carla, bo, boId)).isNotEmpty();
    }

    @Test
    void theBlockedHearTheSameAsOfSomebodyWhoNeverWas() {
        ada.puts(web, "/api/v1/people/" + boId + "/block");
        String nobody = UUID.randomUUID().toString();

        for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.DELETE)) {
            for (String act : List.of("/follow", "/mute", "/block")) {
                assertSame(method, "/api/v1/people/%s" + act, nobody);
            }
        }
        for (String path : List.of("", "/followers", "/following")) {
            assertSame(HttpMethod.GET, "/api/v1/people/%s" + path, nobody);
        }
    }

    @Test
    void withoutTheGuardTheyWouldMeet() {
        ada.puts(web, "/api/v1/people/" + boId + "/block");
        String guarded = database.sql("select pg_get_functiondef('hidden_from(uuid)'::regprocedure)")
                .mapValue(String.class)
                .one()
                .block(Duration.ofSeconds(5));
        run(UNGUARDED);
        try {
            assertThat(traces(bo, ada, adaId)).isNotEmpty();
        } finally {
            run(String.valueOf(guarded));
        }
        assertThat(traces(bo, ada, adaId)).isEmpty();
    }

    @Test
    void aBlockEndsFollowingBothWaysAndTakingItBackDoesNotBringItBack() {
        ada.puts(web, "/api/v1/people/" + boId + "/follow");
        bo.puts(web, "/api/v1/people/" + adaId + "/follow");

        ada.puts(web, "/api/v1/people/" + boId + "/block");
        ada.deletes(web, "/api/v1/people/" + boId + "/block");

        assertThat(topics.await(FollowChanged.class, adaId + "/" + boId, 2)
                        .get(1)
                        .following())
                .isFalse();
        assertThat(topics.await(FollowChanged.class, boId + "/" + adaId, 2)
                        .get(1)
                        .following())
                .isFalse();
        assertThat(bo.gets(web, "/api/v1/people/" + adaId).at("/mine/followed").booleanValue())
                .isFalse();
        assertThat(bo.puts(web, "/api/v1/people/" + adaId + "/follow")
                        .get("followed")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void eachChangeIsToldOnceAndRepeatingChangesNothing() {
        ada.puts(web, "/api/v1/people/" + boId + "/mute");
        ada.puts(web, "/api/v1/people/" + boId + "/mute");
        ada.puts(web, "/api/v1/people/" + boId + "/block");
        ada.deletes(web, "/api/v1/people/" + boId + "/mute");
        ada.deletes(web, "/api/v1/people/" + boId + "/mute");
        ada.deletes(web, "/api/v1/people/" + boId + "/block");

        List<BlockChanged> told = topics.await(BlockChanged.class, adaId + "/" + boId, 4);
        assertThat(told).extracting(BlockChanged::version).containsExactly(1L, 2L, 3L, 4L);
        assertThat(told).extracting(BlockChanged::mutes).containsExactly(true, true, false, false);
        assertThat(told).extracting(BlockChanged::blocks).containsExactly(false, true, true, false);
    }

    @Test
    void theListsAreOnesOwn() {
        ada.puts(web, "/api/v1/people/" + boId + "/mute");
        ada.puts(web, "/api/v1/people/" + carlaId + "/block");

        assertThat(ids(ada, "/api/v1/me/mutes")).containsExactly(boId);
        assertThat(ids(ada, "/api/v1/me/blocks")).containsExactly(carlaId);
        assertThat(ids(bo, "/api/v1/me/mutes")).isEmpty();
        assertThat(ids(carla, "/api/v1/me/blocks")).isEmpty();
        assertThat(ada.gets(web, "/api/v1/people/" + boId).at("/mine/muted").booleanValue())
                .isTrue();
        assertThat(bo.gets(web, "/api/v1/people/" + adaId).at("/mine/muted").booleanValue())
                .isFalse();
    }

    @Test
    void nobodyMutesOrBlocksThemselves() {
        for (String act : List.of("/mute", "/block")) {
            assertThat(status(ada, HttpMethod.PUT, "/api/v1/people/" + adaId + act))
                    .isEqualTo(409);
        }
    }

    @Test
    void followingAndBlockingAtOnceLeaveNoFollowing() {
        for (int i = 0; i < 10; i++) {
            Someone one = Someone.named("one");
            Someone other = Someone.named("other");
            String oneId = one.id(web);
            String otherId = other.id(web);
            Flux<Integer> both = Flux.merge(
                    at(() -> status(other, HttpMethod.PUT, "/api/v1/people/" + oneId + "/follow")),
                    at(() -> status(one, HttpMethod.PUT, "/api/v1/people/" + otherId + "/block")));
            StepVerifier.create(both).expectNextCount(2).expectComplete().verify(Duration.ofSeconds(20));

            one.deletes(web, "/api/v1/people/" + otherId + "/block");
            assertThat(ids(one, "/api/v1/people/" + oneId + "/followers")).isEmpty();
        }
    }

    private static Mono<Integer> at(java.util.concurrent.Callable<Integer> act) {
        return Mono.fromCallable(act).subscribeOn(Schedulers.boundedElastic());
    }

    /** Where a viewer finds somebody. */
    private List<String> traces(Someone viewer, Someone other, String otherId) {
        List<String> traces = new ArrayList<>();
        for (String path : List.of("", "/followers", "/following")) {
            if (status(viewer, HttpMethod.GET, "/api/v1/people/" + otherId + path) != 404) {
                traces.add("/people/{id}" + path);
            }
        }
        for (String list : List.of(
                "/api/v1/people?q=" + other.userName(),
                "/api/v1/people/" + carlaId + "/followers",
                "/api/v1/people/" + carlaId + "/following")) {
            if (viewer.gets(web, list).get("items").toString().contains(otherId)) {
                traces.add(list);
            }
        }
        JsonNode carlaSeen = viewer.gets(web, "/api/v1/people/" + carlaId);
        if (carlaSeen.get("followers").intValue()
                != viewer.gets(web, "/api/v1/people/" + carlaId + "/followers")
                        .get("items")
                        .size()) {
            traces.add("count of followers");
        }
        return traces;
    }

    private void assertSame(HttpMethod method, String path, String nobody) {
        assertThat(answer(method, path.formatted(adaId)))
                .as("%s %s", method, path)
                .isEqualTo(answer(method, path.formatted(nobody)));
    }

    private String answer(HttpMethod method, String path) {
        JsonNode body = Someone.body(bo.asks(web, method, path).expectStatus().isNotFound());
        return body.toString().replaceAll("[0-9a-f-]{36}", "");
    }

    private int status(Someone caller, HttpMethod method, String path) {
        return caller.asks(web, method, path)
                .expectBody(byte[].class)
                .returnResult()
                .getStatus()
                .value();
    }

    private List<String> ids(Someone reader, String path) {
        List<String> ids = new ArrayList<>();
        reader.gets(web, path)
                .get("items")
                .forEach(item -> ids.add(item.get("id").stringValue()));
        return ids;
    }

    private void run(String statement) {
        database.sql(statement).then().block(Duration.ofSeconds(10));
    }
}
