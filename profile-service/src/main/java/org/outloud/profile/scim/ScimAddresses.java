package org.outloud.profile.scim;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Resources are kept with a path; clients are told absolute addresses (RFC 7643, 2.3.7). */
@Component
class ScimAddresses {

    private static final Set<String> REFERENCES = Set.of("location", "$ref");

    private final String origin;

    ScimAddresses(ScimProperties properties) {
        this.origin = properties.origin();
    }

    /** The address of a path as this client would write it. */
    URI of(URI path, ServerHttpRequest request) {
        return URI.create(originOf(request) + path);
    }

    /** The answer with absolute addresses in it. */
    ObjectNode in(ObjectNode answer, ServerHttpRequest request) {
        complete(answer, originOf(request));
        return answer;
    }

    /** What stands before each path. */
    String originOf(ServerHttpRequest request) {
        URI asked = request.getURI();
        return origin.isEmpty() ? asked.getScheme() + "://" + asked.getRawAuthority() : origin;
    }

    private static void complete(JsonNode node, String origin) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
                if (REFERENCES.contains(entry.getKey()) && isPath(entry.getValue())) {
                    object.put(entry.getKey(), origin + entry.getValue().stringValue());
                } else {
                    complete(entry.getValue(), origin);
                }
            }
        } else {
            node.forEach(item -> complete(item, origin));
        }
    }

    private static boolean isPath(JsonNode value) {
        return value.isString() && value.stringValue().startsWith("/scim/v2/");
    }
}
