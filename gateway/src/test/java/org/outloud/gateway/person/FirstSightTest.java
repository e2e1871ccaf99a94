package org.outloud.gateway.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.outloud.gateway.testing.Neighbours.FEED;
import static org.outloud.gateway.testing.Neighbours.PROFILE;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.outloud.gateway.GatewayTest;
import org.outloud.gateway.testing.Answer;
import org.outloud.gateway.testing.Browser;
import org.outloud.gateway.testing.Tokens;

class FirstSightTest extends GatewayTest {

    private static final String ME = "/api/v1/me";

    private final String subject = UUID.randomUUID().toString();
    private final String token = Tokens.of(subject);

    @AfterEach
    void everybodyIsMadeAgain() {
        PROFILE.answerAsUsual(ME);
    }

    @Test
    void aNewcomerIsIntroducedOnceHoweverManyRequestsComeAtOnce() {
        CountDownLatch introduced = new CountDownLatch(1);
        PROFILE.answer(ME, (exchange, body) -> {
            assertThat(introduced.await(10, TimeUnit.SECONDS)).isTrue();
            Answer.send(exchange, 200, "{}");
        });

        List<CompletableFuture<HttpResponse<String>>> answers =
                Stream.generate(() -> start(token)).limit(20).toList();
        awaitIntroduction(token);
        introduced.countDown();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(introductionsWith(token)).isOne();
    }

    @Test
    void aKnownPersonIsNotIntroducedAgain() {
        open(token);
        open(token);
        open(Tokens.of(subject));

        assertThat(introductionsOfSubject()).isOne();
    }

    @Test
    void theIntroductionComesBeforeTheRequest() {
        PROFILE.answer(ME, (exchange, body) -> {
            int forwarded = FEED.seen("/api/v1/feeds/" + subject).size();
            Answer.send(exchange, forwarded == 0 ? 200 : 500, "{}");
        });

        assertThat(open("/api/v1/feeds/" + subject, token)).isEqualTo(200);
        open(token);

        assertThat(introductionsWith(token)).isOne();
    }

    @Test
    void aRefusalIsNotRememberedAndTheServiceDecides() {
        PROFILE.answer(ME, Answer.json(401, "{}"));
        FEED.answer("/api/v1/feeds/refusing", Answer.json(401, "{}"));

        assertThat(open("/api/v1/feeds/refusing", token)).isEqualTo(401);
        open(token);

        assertThat(introductionsWith(token)).isEqualTo(2);
    }

    @Test
    void garbageIsForwardedWithoutAnIntroduction() {
        FEED.answer("/api/v1/feeds/strict", Answer.json(401, "{}"));

        assertThat(open("/api/v1/feeds/strict", "garbage")).isEqualTo(401);
        assertThat(open("/api/v1/feeds/strict", "a.b.c")).isEqualTo(401);

        assertThat(introductionsWith("garbage") + introductionsWith("a.b.c")).isZero();
    }

    @Test
    void aMadeUpTokenDoesNotSpoilTheTurnOfARealOne() {
        String forged = Tokens.of(subject);
        CountDownLatch bothCame = new CountDownLatch(1);
        PROFILE.answer(ME, (exchange, body) -> {
            boolean isForged =
                    exchange.getRequestHeaders().getFirst("Authorization").endsWith(forged);
            if (isForged) {
                assertThat(bothCame.await(10, TimeUnit.SECONDS)).isTrue();
            }
            Answer.send(exchange, isForged ? 401 : 200, "{}");
        });

        CompletableFuture<HttpResponse<String>> forgery = start(forged);
        awaitIntroduction(forged);
        CompletableFuture<HttpResponse<String>> real = start(token);
        bothCame.countDown();

        assertThat(real.join().statusCode()).isEqualTo(200);
        assertThat(forgery.join().statusCode()).isEqualTo(200);
        assertThat(introductionsWith(token)).isOne();
    }

    @Test
    void profileServiceBeingAwayStopsNobody() {
        PROFILE.whileAway(() -> assertThat(open("/api/v1/feeds/home", token)).isEqualTo(200));
    }

    @Test
    void technicalAccountsThatProvisionAreNotIntroduced() {
        open("/scim/v2/Users", token);

        assertThat(introductionsWith(token)).isZero();
    }

    @Test
    void browsersAreIntroducedToo() {
        Browser browser = browser();
        browser.signIn(subject);

        browser.get("/api/v1/feeds/home");
        browser.get("/api/v1/feeds/home");

        String relayed = FEED.last("/api/v1/feeds/home").headers().getFirst("Authorization");
        assertThat(introductionsWith(relayed.substring("Bearer ".length()))).isOne();
    }

    private CompletableFuture<HttpResponse<String>> start(String presented) {
        return browser().start("/api/v1/feeds/home", request -> request.header("Authorization", "Bearer " + presented));
    }

    private static void awaitIntroduction(String presented) {
        Awaitility.await().until(() -> introductionsWith(presented) > 0);
    }

    private static long introductionsWith(String presented) {
        return PROFILE.seen(ME).stream()
                .filter(seen -> ("Bearer " + presented).equals(seen.headers().getFirst("Authorization")))
                .count();
    }

    private long introductionsOfSubject() {
        return PROFILE.seen(ME).stream()
                .map(seen -> seen.headers().getFirst("Authorization").substring("Bearer ".length()))
                .filter(presented -> subject.equals(Subject.idIn(presented)))
                .count();
    }

    private void open(String presented) {
        open("/api/v1/feeds/home", presented);
    }

    private int open(String path, String presented) {
        return browser()
                .send(path, request -> request.header("Authorization", "Bearer " + presented))
                .statusCode();
    }
}
