package org.outloud.profile.scim;

import com.unboundid.scim2.common.exceptions.ForbiddenException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.problem.Absent;
import org.outloud.profile.scim.query.ScimSelect;
import org.outloud.profile.scim.schema.Scim;
import org.outloud.profile.scim.schema.ScimSchema;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What this SCIM service can do (RFC 7644, section 4): told to clients, so that they need not try. */
@RestController
@RequestMapping(
        path = "/scim/v2",
        produces = {Scim.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
class ScimDiscoveryController {

    private static final ObjectNode CONFIGURATION = ScimSchema.resource("service-provider-config");
    private static final List<ObjectNode> TYPES =
            List.of(ScimSchema.resource("user-type"), ScimSchema.resource("group-type"));
    private static final List<ObjectNode> SCHEMAS =
            List.of(ScimSchema.resource("user"), ScimSchema.resource("enterprise-user"), ScimSchema.resource("group"));

    private final ScimAddresses addresses;

    ScimDiscoveryController(ScimAddresses addresses) {
        this.addresses = addresses;
    }

    @GetMapping("/ServiceProviderConfig")
    ObjectNode configuration(ServerHttpRequest request) {
        return addressed(CONFIGURATION, request);
    }

    @GetMapping("/Schemas")
    ObjectNode schemas(@RequestParam(required = false) @Nullable String filter, ServerHttpRequest request)
            throws ForbiddenException {
        return addressed(listing(SCHEMAS, filter), request);
    }

    @GetMapping("/Schemas/{id}")
    ObjectNode schema(@PathVariable String id, ServerHttpRequest request) {
        return addressed(one(SCHEMAS, id), request);
    }

    @GetMapping("/ResourceTypes")
    ObjectNode resourceTypes(@RequestParam(required = false) @Nullable String filter, ServerHttpRequest request)
            throws ForbiddenException {
        return addressed(listing(TYPES, filter), request);
    }

    @GetMapping("/ResourceTypes/{id}")
    ObjectNode resourceType(@PathVariable String id, ServerHttpRequest request) {
        return addressed(one(TYPES, id), request);
    }

    /** The documents are the same for everybody, the addresses in them need not be. */
    private ObjectNode addressed(ObjectNode document, ServerHttpRequest request) {
        return addresses.in(document.deepCopy(), request);
    }

    private static ObjectNode listing(List<ObjectNode> all, @Nullable String filter) throws ForbiddenException {
        if (filter != null) {
            throw new ForbiddenException("This list is short and not filtered.");
        }
        return ScimSelect.listing(all.size(), all).put("startIndex", 1);
    }

    private static ObjectNode one(List<ObjectNode> all, String id) {
        return all.stream()
                .filter(item -> item.get("id").stringValue().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(Absent::new);
    }
}
