package org.outloud.standalone.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealmTest {

    private static final Path FOLDER = Path.of("../deploy/keycloak");

    private final JsonNode realm = read("outloud-realm.json");
    private final JsonNode people = read("demo/outloud-users-0.json");

    @Test
    void everySecretComesFromTheEnvironmentAndHasNoDefault() {
        List<String> secrets = Stream.concat(realm.findValues("secret").stream(), people.findValues("value").stream())
                .map(JsonNode::asString)
                .toList();

        assertThat(secrets).isNotEmpty().allMatch(secret -> secret.matches("\\$\\{OUTLOUD_[A-Z_]+}"));
    }

    @Test
    void theRealmItselfHasNoPeople() {
        assertThat(realm.get("users").values())
                .extracting(user -> user.get("username").asString())
                .containsExactly("service-account-outloud-hr");
    }

    @Test
    void passwordsForTokensAreOffUnlessAskedFor() {
        assertThat(client("outloud-cli").get("enabled").asString()).isEqualTo("${OUTLOUD_CLI_ENABLED:false}");
        assertThat(client("outloud-gateway").get("directAccessGrantsEnabled").asBoolean())
                .isFalse();
    }

    @Test
    void guessingPasswordsIsSlowedDownAndLocksNobodyOutForGood() {
        assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.get("permanentLockout").asBoolean()).isFalse();
        assertThat(realm.get("failureFactor").asInt()).isBetween(3, 10);
        assertThat(realm.get("waitIncrementSeconds").asInt()).isGreaterThanOrEqualTo(60);
        assertThat(realm.get("minimumQuickLoginWaitSeconds").asInt()).isGreaterThanOrEqualTo(60);
        assertThat(realm.get("maxFailureWaitSeconds").asInt()).isBetween(600, 3600);
        assertThat(realm.get("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.get("eventsExpiration").asInt()).isGreaterThanOrEqualTo(30 * 24 * 3600);
    }

    @Test
    void passwordsAreLongAndOtherwiseFree() {
        assertThat(realm.get("passwordPolicy").asString().split(" and "))
                .containsExactly(
                        "length(${OUTLOUD_PASSWORD_LENGTH:12})", "notUsername(undefined)", "notEmail(undefined)");
    }

    @Test
    void theGatewayMustProveThatItBeganTheLogin() {
        assertThat(client("outloud-gateway")
                        .get("attributes")
                        .get("pkce.code.challenge.method")
                        .asString())
                .isEqualTo("S256");
        assertThat(client("outloud-gateway").get("redirectUris").values())
                .extracting(JsonNode::asString)
                .containsExactly("${OUTLOUD_ORIGIN:http://localhost:8080}/login/oauth2/code/keycloak");
    }

    @Test
    void everyClientsTokensNameOutloudAsTheirAudience() {
        for (JsonNode client : realm.get("clients").values()) {
            assertThat(client.findValues("included.custom.audience"))
                    .as(client.get("clientId").asString())
                    .extracting(JsonNode::asString)
                    .containsExactly("outloud");
            assertThat(client.get("defaultClientScopes").values())
                    .extracting(JsonNode::asString)
                    .contains("basic", "profile", "email", "roles");
        }
    }

    @Test
    void everyNewcomerIsAnEmployee() {
        assertThat(realm.get("defaultRole").get("name").asString()).isEqualTo("default-roles-outloud");
        JsonNode defaults = named(realm.get("roles").get("realm"), "name", "default-roles-outloud");
        assertThat(defaults.get("composites").get("realm").values())
                .extracting(JsonNode::asString)
                .contains("employee");
    }

    @Test
    void theDemoPeopleAreThose() {
        List<String> roles = new ArrayList<>();
        for (JsonNode user : people.get("users").values()) {
            assertThat(user.get("email").asString()).endsWith("@outloud.example");
            roles.add(user.get("username").asString() + ":"
                    + user.get("realmRoles").values().stream()
                            .map(JsonNode::asString)
                            .filter(role -> !role.startsWith("default-"))
                            .toList());
        }
        assertThat(roles).containsExactly("ada:[]", "bo:[]", "carla:[learning]", "dev:[moderator]", "admin:[admin]");
    }

    private JsonNode client(String id) {
        return named(realm.get("clients"), "clientId", id);
    }

    private static JsonNode named(JsonNode list, String field, String value) {
        return list.values().stream()
                .filter(item -> item.get(field).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read(String file) {
        return JsonMapper.shared().readTree(FOLDER.resolve(file).toFile());
    }
}
