package org.outloud.acceptance;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.outloud.standalone.OutloudInstance;
import tools.jackson.databind.JsonNode;

/** Somebody of whom HR told, and for whom the identity provider has an account. */
record Hired(String id, Client client) {

    static Hired at(OutloudInstance system, String userName, String email, String givenName, String familyName) {
        Map<String, ?> user = Map.of(
                "schemas",
                List.of("urn:ietf:params:scim:schemas:core:2.0:User"),
                "userName",
                userName,
                "displayName",
                givenName + " " + familyName,
                "name",
                Map.of("givenName", givenName, "familyName", familyName),
                "emails",
                List.of(Map.of("value", email, "primary", true)),
                "active",
                true);
        JsonNode kept = Client.hr(system).post("/scim/v2/Users", user).expect(201);
        Map<String, ?> account = Map.of(
                "username",
                userName,
                "enabled",
                true,
                "email",
                email,
                "emailVerified",
                true,
                "firstName",
                givenName,
                "lastName",
                familyName,
                "realmRoles",
                List.of("default-roles-outloud", "employee"),
                "credentials",
                List.of(Map.of("type", "password", "value", "outloud", "temporary", false)));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(system.keycloak() + "/admin/realms/outloud/partialImport"))
                .header("Authorization", "Bearer " + administratorOf(system))
                .header("Content-Type", "application/json");
        String users = Client.JSON.writeValueAsString(Map.of("ifResourceExists", "SKIP", "users", List.of(account)));
        Client.exchange(request.POST(BodyPublishers.ofString(users)).build()).expect(200);
        return new Hired(kept.get("id").stringValue(), Client.signIn(system, userName));
    }

    private static String administratorOf(OutloudInstance system) {
        String form = "grant_type=password&client_id=admin-cli&username=admin&password=admin";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(system.keycloak() + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return Client.exchange(request).expect(200).get("access_token").stringValue();
    }
}
