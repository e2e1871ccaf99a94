package org.outloud.standalone.demo.load;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An access token that is fetched again before it ends. */
final class Tokens {

    private static final Duration MARGIN = Duration.ofSeconds(20);

    private final Http http;
    private final URI endpoint;
    private final Map<String, String> grant;
    private final String whose;
    private String token = "";
    private Instant ends = Instant.MIN;

    private Tokens(Http http, URI keycloak, String realm, String whose, Map<String, String> grant) {
        this.http = http;
        this.endpoint = URI.create(keycloak + "/realms/" + realm + "/protocol/openid-connect/token");
        this.whose = whose;
        this.grant = grant;
    }

    static Tokens ofPerson(Http http, URI keycloak, String realm, String client, String user, String password) {
        return new Tokens(
                http,
                keycloak,
                realm,
                "Signing in as " + user,
                Map.of("grant_type", "password", "client_id", client, "username", user, "password", password));
    }

    static Tokens ofClient(Http http, URI keycloak, String realm, String client, String secret) {
        return new Tokens(
                http,
                keycloak,
                realm,
                "Signing in as client " + client,
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    synchronized String get() {
        if (Instant.now().isAfter(ends)) {
            JsonNode answer =
                    http.send(Http.form(endpoint, grant)).orFail(whose).json();
            token = answer.path("access_token").asString("");
            ends = Instant.now()
                    .plusSeconds(answer.path("expires_in").asLong(60))
                    .minus(MARGIN);
        }
        return token;
    }
}
