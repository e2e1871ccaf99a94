package org.outloud.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.outloud.gateway.testing.Neighbours.FEED;
import static org.outloud.gateway.testing.Neighbours.REALM;

import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.outloud.gateway.GatewayTest;
import org.outloud.gateway.testing.Browser;
import org.outloud.gateway.testing.Realm;
import org.outloud.gateway.testing.Tokens;

class SignInTest extends GatewayTest {

    private final String subject = UUID.randomUUID().toString();

    @BeforeEach
    void tokensLastAsUsual() {
        REALM.tokensLast(Duration.ofMinutes(5));
    }

    @Test
    void itStartsAtTheRealmWithAProofKey() {
        URI atRealm = Browser.locationOf(browser().get("/oauth2/authorization/keycloak"));

        assertThat(atRealm.toString()).startsWith(Realm.ISSUER + "/protocol/openid-connect/auth?");
        assertThat(Browser.parameter(atRealm, "code_challenge_method")).isEqualTo("S256");
        assertThat(Browser.parameter(atRealm, "code_challenge")).hasSizeGreaterThan(40);
        assertThat(Browser.parameter(atRealm, "redirect_uri"))
                .isEqualTo("http://outloud.example:8080/login/oauth2/code/keycloak");
    }

    @Test
    void itEndsAtTheStartPageWithASessionThatScriptsCannotRead() {
        HttpResponse<String> answer = browser().signIn(subject);

        assertThat(answer.statusCode()).isEqualTo(HttpURLConnection.HTTP_MOVED_TEMP);
        assertThat(Browser.locationOf(answer)).hasToString("/");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("OUTLOUD_SESSION=")
                        .containsIgnoringCase("HttpOnly")
                        .contains("SameSite=Lax", "Path=/")
                        .doesNotContain("Secure"));
    }

    @Test
    void theSessionBecomesAnotherOneAtSignIn() {
        Browser browser = browser();
        browser.get("/oauth2/authorization/keycloak");
        String before = browser.cookie("OUTLOUD_SESSION");

        browser.signIn(subject);

        assertThat(browser.cookie("OUTLOUD_SESSION")).isNotNull().isNotEqualTo(before);
    }

    @Test
    void servicesGetTheTokenAndNotTheCookie() {
        Browser browser = signedIn();

        assertThat(browser.get("/api/v1/feeds/relayed").statusCode()).isEqualTo(200);

        var headers = FEED.last("/api/v1/feeds/relayed").headers();
        assertThat(headers.getFirst("Authorization")).startsWith("Bearer ey");
        assertThat(headers.get("Cookie")).isNull();
    }

    @Test
    void aForgedAuthorizationDoesNotReplaceTheSessionsToken() {
        Browser browser = signedIn();

        browser.send("/api/v1/feeds/forged", request -> request.header("Authorization", "Basic YWRtaW46YWRtaW4="));

        assertThat(FEED.last("/api/v1/feeds/forged").headers().get("Authorization"))
                .singleElement()
                .satisfies(value -> assertThat(value).startsWith("Bearer ey"));
    }

    @Test
    void whoIsNotSignedInIsToldSoAndNotSentAway() {
        HttpResponse<String> answer =
                browser().send("/api/v1/me", request -> request.header("Accept", "text/html,application/json"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"/problems/unauthenticated\"", "Please sign in.");
    }

    @Test
    void problemsSpeakTheReadersLanguage() {
        assertThat(browser()
                        .send("/api/v1/me", request -> request.header("Accept-Language", "de-AT"))
                        .body())
                .contains("\"/problems/unauthenticated\"")
                .doesNotContain("Please sign in.");
    }

    @Test
    void aRefusalOfTheRealmLeadsBackToTheSignInPage() {
        Browser browser = browser();
        URI atRealm = Browser.locationOf(browser.get("/oauth2/authorization/keycloak"));

        HttpResponse<String> answer = browser.get(
                "/login/oauth2/code/keycloak?error=access_denied&state=" + Browser.parameter(atRealm, "state"));

        assertThat(Browser.locationOf(answer)).hasToString("/sign-in?error");
    }

    @Test
    void anAnswerThatNobodyAskedForLeadsBackToTheSignInPage() {
        HttpResponse<String> answer = browser().get("/login/oauth2/code/keycloak?code=stolen&state=made-up");

        assertThat(Browser.locationOf(answer)).hasToString("/sign-in?error");
    }

    @Test
    void aRealmThatIsAwayLeadsBackToTheSignInPage() {
        Browser browser = browser();
        URI atRealm = Browser.locationOf(browser.get("/oauth2/authorization/keycloak"));
        String answerOfRealm = "/login/oauth2/code/keycloak?code=granted&state=" + Browser.parameter(atRealm, "state");

        REALM.whileAway(
                () -> assertThat(Browser.locationOf(browser.get(answerOfRealm))).hasToString("/sign-in?error"));
    }

    @Test
    void manyRequestsAtOnceRenewATokenOnce() {
        REALM.tokensLast(Duration.ofSeconds(5));
        Browser browser = signedIn();
        REALM.tokensLast(Duration.ofMinutes(5));
        int before = REALM.refreshes();

        List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(
                        () -> browser.start("/api/v1/feeds/home", UnaryOperator.identity()))
                .limit(20)
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(REALM.refreshes() - before).isOne();
    }

    @Test
    void theNextRenewalUsesTheNextRefreshToken() {
        REALM.tokensLast(Duration.ofSeconds(5));
        Browser browser = signedIn();

        assertThat(browser.get("/api/v1/feeds/home").statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/v1/feeds/home").statusCode()).isEqualTo(200);
    }

    @Test
    void whomTheRealmSignedOutIsSignedOutHere() {
        REALM.tokensLast(Duration.ofSeconds(5));
        Browser browser = signedIn();
        REALM.endEverySession();

        HttpResponse<String> refused = browser.get("/api/v1/feeds/home");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("OUTLOUD_SESSION=;"));
        int before = REALM.refreshes();
        assertThat(browser.get("/api/v1/feeds/home").statusCode()).isEqualTo(401);
        assertThat(REALM.refreshes()).isEqualTo(before);
    }

    @Test
    void aRealmThatIsAwayEndsNoSession() {
        REALM.tokensLast(Duration.ofSeconds(1));
        Browser browser = signedIn();

        REALM.whileAway(() ->
                Awaitility.await().until(() -> browser.get("/api/v1/feeds/home").statusCode() == 503));

        REALM.tokensLast(Duration.ofMinutes(5));
        assertThat(browser.get("/api/v1/feeds/home").statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenServesToItsEndWhileTheRealmIsAway() {
        REALM.tokensLast(Duration.ofSeconds(20));
        Browser browser = signedIn();

        REALM.whileAway(
                () -> assertThat(browser.get("/api/v1/feeds/home").statusCode()).isEqualTo(200));
    }

    @Test
    void aChangeNeedsTheCsrfToken() {
        Browser browser = signedIn();

        HttpResponse<String> without = browser.send("/api/v1/posts", Browsers::post);
        HttpResponse<String> wrong =
                browser.send("/api/v1/posts", request -> Browsers.post(request).header("X-XSRF-TOKEN", "guessed"));
        HttpResponse<String> with =
                browser.send("/api/v1/posts", request -> Browsers.post(request).header("X-XSRF-TOKEN", csrf(browser)));

        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("\"/problems/csrf\"");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(with.statusCode()).isEqualTo(200);
    }

    @Test
    void programsNeedNoCsrfTokenAndGetNoSession() {
        HttpResponse<String> answer = browser()
                .send(
                        "/api/v1/posts",
                        request -> Browsers.post(request).header("Authorization", "Bearer " + Tokens.ofSomebodyNew()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void signingOutWithAFormLeadsThroughTheRealm() {
        Browser browser = signedIn();

        HttpResponse<String> answer = browser.send(
                "/logout",
                request -> request.header("Accept", "text/html,*/*")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + csrf(browser))));

        assertThat(answer.statusCode()).isEqualTo(303);
        URI atRealm = Browser.locationOf(answer);
        assertThat(atRealm.toString()).startsWith(Realm.ISSUER + "/protocol/openid-connect/logout?");
        assertThat(Browser.parameter(atRealm, "id_token_hint")).startsWith("ey");
        assertThat(Browser.parameter(atRealm, "post_logout_redirect_uri")).endsWith("/sign-in");
        assertThat(browser.get("/api/v1/feeds/home").statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutWithAScriptTellsWhereToGo() {
        Browser browser = signedIn();

        HttpResponse<String> answer =
                browser.send("/logout", request -> Browsers.post(request).header("X-XSRF-TOKEN", csrf(browser)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"location\":\"" + Realm.ISSUER + "/protocol/openid-connect/logout?");
        assertThat(browser.get("/api/v1/feeds/home").statusCode()).isEqualTo(401);
    }

    @Test
    void nobodyIsSignedOutByAnotherSite() {
        Browser browser = signedIn();

        assertThat(browser.send("/logout", Browsers::post).statusCode()).isEqualTo(403);
        assertThat(browser.get("/api/v1/feeds/home").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsNotSignedInSignsOutToTheSignInPage() {
        Browser browser = browser();
        browser.get("/api/v1/me");

        HttpResponse<String> answer =
                browser.send("/logout", request -> Browsers.post(request).header("X-XSRF-TOKEN", csrf(browser)));

        assertThat(answer.body()).isEqualTo("{\"location\":\"/sign-in\"}");
    }

    private Browser signedIn() {
        Browser browser = browser();
        browser.signIn(subject);
        // The first answer to somebody signed in brings their CSRF cookie
        browser.get("/");
        return browser;
    }

    private static String csrf(Browser browser) {
        @Nullable String token = browser.cookie("XSRF-TOKEN");
        assertThat(token).isNotNull();
        return String.valueOf(token);
    }

    /** Requests as pages send them. */
    private static final class Browsers {

        static HttpRequest.Builder post(HttpRequest.Builder request) {
            return request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{}"));
        }
    }
}
