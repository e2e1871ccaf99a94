package org.outloud.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outloud.gateway.testing.Answer;
import org.outloud.gateway.testing.Neighbours;

class HealthTest extends GatewayTest {

    private static final String READINESS = "/actuator/health/readiness";

    @Test
    void outloudIsUpWhenEveryServiceIsReady() {
        awaitHealth(200);
    }

    @Test
    void outloudIsDownWhileAServiceIsNotReadyAndTheGatewayIsNot() {
        Neighbours.COMMUNITY.answer(READINESS, Answer.json(503, "{}"));
        awaitHealth(503);

        assertThat(browser().get("/actuator/health").body())
                .contains("\"community\":{\"status\":\"DOWN\"}", "\"feed\":{\"status\":\"UP\"}");
        assertThat(status(READINESS)).isEqualTo(200);
        assertThat(status("/actuator/health/liveness")).isEqualTo(200);

        Neighbours.COMMUNITY.answerAsUsual(READINESS);
        awaitHealth(200);
    }

    @Test
    void outloudIsDownWhileAServiceIsAway() {
        Neighbours.COMMUNITY.whileAway(() -> awaitHealth(503));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator", "/actuator/prometheus", "/actuator/env", "/actuator/gateway", "/actuator/heapdump"})
    void nothingElseIsShown(String path) {
        assertThat(status(path)).isEqualTo(404);
    }

    private void awaitHealth(int expected) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> status("/actuator/health") == expected);
    }

    private int status(String path) {
        return browser().get(path).statusCode();
    }
}
