package org.outloud.standalone.demo.load;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.outloud.standalone.demo.organisation.Person;
import tools.jackson.databind.JsonNode;

/** Lets the people sign in: accounts in Keycloak, a hundred in a request. Whoever is there already is left alone. */
final class KeycloakAccounts {

    static final String REALM = "outloud";

    private static final int BATCH = 100;

    private final Http http;
    private final URI imports;
    private final Tokens administrator;

    KeycloakAccounts(Http http, URI keycloak, Tokens administrator) {
        this.http = http;
        this.imports = URI.create(keycloak + "/admin/realms/" + REALM + "/partialImport");
        this.administrator = administrator;
    }

    Tally add(List<Person> people, String password, Progress progress) {
        Map<String, Object> credential = PasswordHash.credential(password);
        Tally tally = Tally.NONE;
        for (int from = 0; from < people.size(); from += BATCH) {
            List<Map<String, Object>> users = people.subList(from, Math.min(from + BATCH, people.size())).stream()
                    .map(person -> user(person, credential))
                    .toList();
            tally = tally.plus(add(users));
            progress.at(from + users.size());
        }
        return tally;
    }

    private Tally add(List<Map<String, Object>> users) {
        Map<String, Object> body = Map.of("ifResourceExists", "SKIP", "users", users);
        JsonNode result = http.send(Http.json(imports, administrator.get(), "POST", "application/json", body))
                .orFail("Making accounts")
                .json();
        return new Tally(
                result.path("added").asInt(0), 0, result.path("skipped").asInt(0), List.of());
    }

    private static Map<String, Object> user(Person person, Map<String, Object> credential) {
        return Map.of(
                "username", person.userName(),
                "enabled", true,
                "email", person.email(),
                "emailVerified", true,
                "firstName", person.givenName(),
                "lastName", person.familyName(),
                "realmRoles", List.of("default-roles-" + REALM, "employee"),
                "credentials", List.of(credential));
    }
}
