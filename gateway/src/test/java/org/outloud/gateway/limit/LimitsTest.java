package org.outloud.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.outloud.gateway.GatewayTest;
import org.outloud.gateway.testing.Browser;
import org.outloud.gateway.testing.Tokens;
import org.springframework.test.context.TestPropertySource;

/** A gateway that takes little, at an encrypted origin. */
@TestPropertySource(
        properties = {
            "OUTLOUD_LIMITS=on",
            "outloud.limits.person.per-second=1",
            "outloud.limits.person.burst=5",
            "outloud.limits.sign-in.per-second=1",
            "outloud.limits.sign-in.burst=4"
        })
class LimitsTest extends GatewayTest {

    @Test
    void onePersonGetsTheirShareAndOthersStillTheirs() {
        String token = Tokens.ofSomebodyNew();

        List<HttpResponse<String>> answers =
                Stream.generate(() -> open(token)).limit(20).toList();

        assertThat(answers.subList(0, 5))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        HttpResponse<String> refused = answers.stream()
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.body()).contains("\"/problems/limited\"", "That was a lot at once.");
        assertThat(open(Tokens.ofSomebodyNew()).statusCode()).isEqualTo(200);
    }

    @Test
    void signInsAreCountedByAddress() {
        Browser browser = browser();

        List<Integer> statuses = Stream.generate(
                        () -> browser.get("/oauth2/authorization/keycloak").statusCode())
                .limit(20)
                .toList();

        assertThat(statuses).startsWith(302).contains(429);
    }

    private HttpResponse<String> open(String token) {
        return browser().send("/api/v1/feeds/home", request -> request.header("Authorization", "Bearer " + token));
    }
}
