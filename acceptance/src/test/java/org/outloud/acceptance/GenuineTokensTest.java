package org.outloud.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.outloud.standalone.OutloudInstance;
import tools.jackson.databind.JsonNode;

/** Tokens that Keycloak itself made, each of them genuine, and only one of them for Outloud's services. */
class GenuineTokensTest {

    private static final Map<String, String> OF_EACH_SERVICE = Map.of(
            "profile-service", "/api/v1/me",
            "feed-service", "/api/v1/feeds/home",
            "community-service", "/api/v1/communities");

    @Test
    void everyServiceRefusesTokensOfTheRealmThatAreNotForIt() {
        OutloudInstance system = WholeSystem.instance();
        JsonNode good = granted(system.issuer(), "client_id=outloud-cli&username=ada&password=outloud");
        URI master = URI.create(system.keycloak() + "/realms/master");
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("for another client", access(system.issuer(), "client_id=admin-cli&username=ada&password=outloud"));
        tokens.put("that says who somebody is", good.get("id_token").stringValue());
        tokens.put("that renews", good.get("refresh_token").stringValue());
        tokens.put("of another realm", access(master, "client_id=admin-cli&username=admin&password=admin"));

        OF_EACH_SERVICE.forEach((service, path) -> {
            assertThat(asked(path, good.get("access_token").stringValue()))
                    .as("%s and a token for it", service)
                    .isEqualTo(200);
            tokens.forEach((which, token) -> assertThat(asked(path, token))
                    .as("%s and a token %s", service, which)
                    .isEqualTo(401));
        });
    }

    private static String access(URI issuer, String form) {
        return granted(issuer, form).get("access_token").stringValue();
    }

    private static JsonNode granted(URI issuer, String form) {
        return Client.exchange(Client.tokenRequest(issuer, "grant_type=password&scope=openid&" + form))
                .expect(200);
    }

    private static int asked(String path, String token) {
        return Client.with(WholeSystem.instance().gateway(), token).get(path).status();
    }
}
