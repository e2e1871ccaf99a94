package org.outloud.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outloud.gateway.testing.Realm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PagesTest extends GatewayTest {

    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/sign-in?error", "/communities/java", "/people/0198f7a2", "/api-of-ours"})
    void aPlaceInsideTheUiIsTheStartPage(String place) {
        HttpResponse<String> answer = browser().send(place, request -> request.header("Accept", HTML));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<div id=\"root\">");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/logo-that-is-not.svg", "/assets/gone-1a2b.js", "/api/nothing", "/scim/nothing", "/actuator/env"
            })
    void whatIsNoPlaceIsNotTheStartPage(String path) {
        HttpResponse<String> answer = browser().send(path, request -> request.header("Accept", HTML));

        assertThat(answer.statusCode()).isIn(401, 404);
        assertThat(answer.body()).startsWith("{").doesNotContain("root");
    }

    @Test
    void programsThatMistakeAPathGetNoPage() {
        HttpResponse<String> answer = browser().get("/communities/java");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"/problems/not-found\"");
    }

    @Test
    void theStartPageIsSentOnlyToThoseWhoHaveAnotherOne() {
        String etag = browser().get("/").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = browser().send("/", request -> request.header("If-None-Match", etag));

        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void filesNamedAfterTheirContentAreKeptForEver() {
        HttpResponse<String> answer = browser().get("/assets/index-4f2a.js");

        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000", "public", "immutable"));
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void otherFilesAreAskedForAgain() {
        HttpResponse<String> answer = browser().get("/logo.svg");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @Test
    void textIsCompressed() {
        HttpResponse<String> answer =
                browser().send("/assets/index-4f2a.js", request -> request.header("Accept-Encoding", "gzip"));

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/me", "/api/v1/openapi.json", "/nothing.png"})
    void everyAnswerSaysWhatBrowsersMustNotDo(String path) {
        var headers = browser().get(path).headers();

        String content = headers.firstValue("Content-Security-Policy").orElseThrow();
        String realm = Realm.ISSUER.replace("/realms/outloud", "");
        assertThat(content.split("; "))
                .containsExactly(
                        "default-src 'self'",
                        "style-src 'self'",
                        "img-src 'self' data:",
                        "connect-src 'self'",
                        "object-src 'none'",
                        "frame-ancestors 'none'",
                        "base-uri 'none'",
                        "form-action 'self' " + realm);
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("strict-origin-when-cross-origin");
        assertThat(headers.firstValue("Permissions-Policy"))
                .hasValue("camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void theContractIsServedAsJson() {
        HttpResponse<String> answer = browser().get("/api/v1/openapi.json");

        JsonNode document = JsonMapper.shared().readTree(answer.body());
        assertThat(document.get("openapi").asString()).startsWith("3.1");
        assertThat(document.get("paths").has("/api/v1/posts")).isTrue();
        String etag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(browser()
                        .send("/api/v1/openapi.json", request -> request.header("If-None-Match", etag))
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/docs",
                "/api/docs/",
                "/api/docs/start.js",
                "/api/docs/swagger-ui-bundle.js",
                "/api/docs/swagger-ui.css"
            })
    void theApiPageIsComplete(String path) {
        assertThat(browser().get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void theApiPageHasNoScriptInside() {
        assertThat(browser().get("/api/docs").body()).doesNotContainPattern("<script(?![^>]*src=)");
    }

    @Test
    void theTypeOfAProblemIsAPage() {
        HttpResponse<String> page = browser().send("/problems/limited", request -> request.header("Accept", HTML));
        HttpResponse<String> json =
                browser().send("/problems/limited", request -> request.header("Accept-Language", "de"));

        assertThat(page.body()).contains("<h1>That was a lot at once.</h1>", "lang=\"en\"");
        assertThat(json.body()).contains("\"type\":\"/problems/limited\"", "Das war viel auf einmal.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not-found",
                "unauthenticated",
                "csrf",
                "invalid-input",
                "stale",
                "unavailable",
                "members-only",
                "slug-taken"
            })
    void problemsOfAllServicesHaveAPage(String code) {
        assertThat(browser().get("/problems/" + code).statusCode()).isEqualTo(200);
    }

    @Test
    void aProblemThatDoesNotExistHasNoPage() {
        assertThat(browser().get("/problems/made-up").statusCode()).isEqualTo(404);
    }
}
