package org.outloud.profile.scim;

import java.net.URI;
import org.outloud.profile.scim.schema.Scim;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import tools.jackson.databind.node.ObjectNode;

/** A resource as it is kept now, and as much of it as the client wants to see. */
record ScimKept(URI location, long version, ObjectNode json) {

    ResponseEntity<ObjectNode> answer(
            ResponseEntity.BodyBuilder answer, ScimAddresses addresses, ServerHttpRequest request) {
        return answer.eTag(Scim.tag(version)).contentType(Scim.JSON).body(addresses.in(json, request));
    }
}
