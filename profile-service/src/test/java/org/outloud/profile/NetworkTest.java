package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.event.FollowChanged;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

@ServiceTest
class NetworkTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Published topics;

    Someone ada;
    Someone bo;
    String adaId;
    String boId;

    @BeforeEach
    void people() {
        ada = Someone.named("ada");
        bo = Someone.named("bo");
        adaId = ada.id(web);
        boId = bo.id(web);
    }

    @Test
    void followingShowsInBothListsAndCountsAndIsTold() {
        assertThat(follow(bo, adaId).get("followed").booleanValue()).isTrue();

        assertThat(ids(ada, "/api/v1/people/" + adaId + "/followers")).containsExactly(boId);
        assertThat(ids(ada, "/api/v1/people/" + boId + "/following")).containsExactly(adaId);
        JsonNode seen = bo.gets(web, "/api/v1/people/" + adaId);
        assertThat(seen.get("followers").intValue()).isEqualTo(1);
        assertThat(seen.at("/mine/followed").booleanValue()).isTrue();
        assertThat(ada.gets(web, "/api/v1/people/" + boId).get("following").intValue())
                .isEqualTo(1);
        FollowChanged told =
                topics.await(FollowChanged.class, boId + "/" + adaId, 1).get(0);
        assertThat(told.following()).isTrue();
        assertThat(told.version()).isEqualTo(1);
    }

    @Test
    void doingItTwiceChangesNothingAndTellsNobody() {
        follow(bo, adaId);
        follow(bo, adaId);
        unfollow(bo, adaId);
        unfollow(bo, adaId);
        follow(bo, adaId);

        assertThat(topics.await(FollowChanged.class, boId + "/" + adaId, 3))
                .extracting(FollowChanged::version)
                .containsExactly(1L, 2L, 3L);
        assertThat(ids(ada, "/api/v1/people/" + adaId + "/followers")).containsExactly(boId);
    }

    @Test
    void nobodyFollowsThemselves() {
        ada.asks(web, HttpMethod.PUT, "/api/v1/people/" + adaId + "/follow")
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/following-oneself");
    }

    @Test
    void theLatestFollowerComesFirstPageByPage() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Someone follower = Someone.named("f" + i);
            expected.add(0, follower.id(web));
            follow(follower, adaId);
        }
        List<String> read = new ArrayList<>();
        String path = "/api/v1/people/" + adaId + "/followers?limit=2";
        JsonNode page = ada.gets(web, path);
        addIds(page, read);
        while (!page.get("next").isNull()) {
            follow(Someone.named("late"), adaId);
            page = ada.gets(web, path + "&cursor=" + page.get("next").stringValue());
            addIds(page, read);
        }
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void countsAreTrueWhileManyFollowAtOnce() {
        List<Someone> crowd =
                Flux.range(0, 15).map(i -> Someone.named("c" + i)).collectList().block();
        Flux<JsonNode> follows = Flux.fromIterable(crowd == null ? List.of() : crowd)
                .repeat(1)
                .flatMap(follower ->
                        Mono.fromCallable(() -> follow(follower, adaId)).subscribeOn(Schedulers.boundedElastic()));
        StepVerifier.create(follows).expectNextCount(30).expectComplete().verify(Duration.ofSeconds(60));

        assertThat(bo.gets(web, "/api/v1/people/" + adaId).get("followers").intValue())
                .isEqualTo(15);
        assertThat(ids(bo, "/api/v1/people/" + adaId + "/followers?limit=100")).hasSize(15);
    }

    @Test
    void whoLeftIsNeitherCountedNorListed() {
        follow(bo, adaId);
        Hr.on(web)
                .asks(HttpMethod.DELETE, "/scim/v2/Users/" + boId)
                .expectStatus()
                .isNoContent();

        assertThat(ids(ada, "/api/v1/people/" + adaId + "/followers")).isEmpty();
        assertThat(ada.gets(web, "/api/v1/people/" + adaId).get("followers").intValue())
                .isZero();
    }

    private JsonNode follow(Someone follower, String followee) {
        return follower.puts(web, "/api/v1/people/" + followee + "/follow");
    }

    private JsonNode unfollow(Someone follower, String followee) {
        return follower.deletes(web, "/api/v1/people/" + followee + "/follow");
    }

    private List<String> ids(Someone reader, String path) {
        List<String> ids = new ArrayList<>();
        addIds(reader.gets(web, path), ids);
        return ids;
    }

    private static void addIds(JsonNode page, List<String> ids) {
        page.get("items").forEach(item -> ids.add(item.get("id").stringValue()));
    }
}
