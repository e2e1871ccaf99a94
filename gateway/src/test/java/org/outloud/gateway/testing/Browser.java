package org.outloud.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Keeps cookies and follows no redirect by itself, so that each step can be looked at. */
public final class Browser {

    private final String origin;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** A browser without any cookie. */
    public Browser(int port) {
        this.origin = "http://localhost:" + port;
    }

    /** Signs somebody in at the realm, up to the way back to the start page. */
    public HttpResponse<String> signIn(String subject) {
        URI atRealm = locationOf(get("/oauth2/authorization/keycloak"));
        Neighbours.REALM.expect(subject, parameter(atRealm, "nonce"));
        return get("/login/oauth2/code/keycloak?code=granted&state=" + parameter(atRealm, "state"));
    }

    /** Opens a path as a script does. */
    public HttpResponse<String> get(String path) {
        return send(path, UnaryOperator.identity());
    }

    /** Sends a request that is changed from a plain GET. */
    public HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> how) {
        try {
            return client.send(request(path, how), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a request without waiting for its answer. */
    public CompletableFuture<HttpResponse<String>> start(String path, UnaryOperator<HttpRequest.Builder> how) {
        return client.sendAsync(request(path, how), HttpResponse.BodyHandlers.ofString());
    }

    /** The value of a cookie, or null. */
    public @Nullable String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Where an answer leads to. */
    public static URI locationOf(HttpResponse<?> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** A parameter of an address, still encoded. */
    public static String parameter(URI address, String name) {
        String value =
                UriComponentsBuilder.fromUri(address).build().getQueryParams().getFirst(name);
        if (value == null) {
            throw new AssertionError("No " + name + " in " + address);
        }
        return value;
    }

    private HttpRequest request(String path, UnaryOperator<HttpRequest.Builder> how) {
        return how.apply(HttpRequest.newBuilder(URI.create(origin + path))).build();
    }
}
