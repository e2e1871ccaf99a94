package org.outloud.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.outloud.contracts.event.BlockChanged;
import org.outloud.contracts.event.Event;
import org.outloud.contracts.event.FollowChanged;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.contracts.event.PersonErased;
import org.outloud.platform.testing.Published;
import org.outloud.platform.testing.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What the topics lost is told again from what this service owns. */
@ServiceTest
class ReannouncingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    WebTestClient web;

    @Autowired
    Published topics;

    @Autowired
    DatabaseClient database;

    @Test
    void everythingIsToldAgainAtTheVersionItHas() {
        Someone ada = Someone.named("ada");
        String adaId = ada.id(web);
        String boId = Someone.named("bo").id(web);
        String carlaId = Someone.named("carla").id(web);
        ada.edits(web, "{\"headline\": \"Learns to weld\"}");
        ada.puts(web, "/api/v1/people/" + boId + "/follow");
        ada.deletes(web, "/api/v1/people/" + boId + "/follow");
        ada.puts(web, "/api/v1/people/" + carlaId + "/block");
        List<PersonChanged> person = topics.await(PersonChanged.class, adaId, 2);
        List<FollowChanged> follow = topics.await(FollowChanged.class, adaId + "/" + boId, 2);
        List<BlockChanged> block = topics.await(BlockChanged.class, adaId + "/" + carlaId, 1);

        tellsAgain();

        assertThat(last(PersonChanged.class, adaId, 3)).isEqualTo(person.get(1));
        FollowChanged followed = last(FollowChanged.class, adaId + "/" + boId, 3);
        assertThat(followed.following()).isFalse();
        assertThat(followed.version()).isEqualTo(follow.get(1).version());
        BlockChanged blocked = last(BlockChanged.class, adaId + "/" + carlaId, 2);
        assertThat(blocked).usingRecursiveComparison().ignoringFields("at").isEqualTo(block.get(0));
    }

    @Test
    void whoIsForgottenIsToldAsForgotten() {
        Someone ada = Someone.named("ada");
        String id = ada.id(web);
        topics.await(PersonChanged.class, id, 1);
        web.post()
                .uri("/api/v1/me/erase")
                .headers(headers -> headers.setBearerAuth(ada.token()))
                .bodyValue(Map.of("userName", ada.userName()))
                .exchange()
                .expectStatus()
                .isAccepted();
        PersonErased erased = topics.await(PersonErased.class, id, 1).get(0);

        tellsAgain();

        assertThat(last(PersonErased.class, id, 2)).isEqualTo(erased);
    }

    @Test
    void noPageIsLeftOut() {
        String followed = Someone.named("bo").id(web);
        for (int i = 0; i < 60; i++) {
            Someone follower = Someone.named("f" + i);
            follower.id(web);
            follower.puts(web, "/api/v1/people/" + followed + "/follow");
        }

        JsonNode told = tellsAgain();

        assertThat(told.get("follows").longValue()).isEqualTo(count("follow"));
        assertThat(told.get("people").longValue()).isEqualTo(count("person"));
    }

    @Test
    void onlyAnAdministratorMayHaveItToldAgain() {
        Someone.named("ada", "learning")
                .refused(web, HttpMethod.POST, "/actuator/reannounce")
                .isForbidden();
    }

    private JsonNode tellsAgain() {
        return Someone.body(Someone.named("alex", "admin")
                .asks(web, HttpMethod.POST, "/actuator/reannounce")
                .expectStatus()
                .isOk());
    }

    private @Nullable Long count(String table) {
        return database.sql("select count(*) from " + table)
                .mapValue(Long.class)
                .one()
                .block(PATIENCE);
    }

    private <E extends Event> E last(Class<E> event, String key, int atLeast) {
        List<E> told = topics.await(event, key, atLeast);
        return told.get(told.size() - 1);
    }
}
