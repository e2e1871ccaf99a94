package org.outloud.acceptance;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.outloud.standalone.OutloudInstance;

/** Somebody of whom HR told, in a department of HR's. */
record Mover(String id, Client hr) {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    static Mover told(OutloudInstance system, String userName, String department) {
        Map<String, ?> user = Map.of(
                "schemas",
                List.of("urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE),
                "userName",
                userName,
                "displayName",
                userName,
                "active",
                true,
                ENTERPRISE,
                Map.of("department", department));
        Client hr = Client.hr(system);
        return new Mover(hr.post("/scim/v2/Users", user).expect(201).get("id").stringValue(), hr);
    }

    void movesTo(String department) {
        String patch = "{\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"], \"Operations\":"
                + " [{\"op\": \"replace\", \"path\": \"" + ENTERPRISE + ":department\", \"value\": \"" + department
                + "\"}]}";
        Client.exchange(hr.request("/scim/v2/Users/" + id)
                        .setHeader("Content-Type", "application/scim+json")
                        .method("PATCH", BodyPublishers.ofString(patch))
                        .build())
                .expect(200);
    }
}
