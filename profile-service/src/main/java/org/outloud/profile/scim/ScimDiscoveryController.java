package org.outloud.profile.scim;

import com.unboundid.scim2.common.exceptions.ForbiddenException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.problem.Absent;
import org.outloud.profile.scim.query.ScimSelect;
import org.outloud.profile.scim.schema.Scim;
import org.outloud.profile.scim.schema.ScimSchema;
import org.springframework.http.MediaType;
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

    @GetMapping("/ServiceProviderConfig")
    ObjectNode configuration() {
        return CONFIGURATION;
    }

    @GetMapping("/Schemas")
    ObjectNode schemas(@RequestParam(required = false) @Nullable String filter) throws ForbiddenException {
        return listing(SCHEMAS, filter);
    }

    @GetMapping("/Schemas/{id}")
    ObjectNode schema(@PathVariable String id) {
        return one(SCHEMAS, id);
    }

    @GetMapping("/ResourceTypes")
    ObjectNode resourceTypes(@RequestParam(required = false) @Nullable String filter) throws ForbiddenException {
        return listing(TYPES, filter);
    }

    @GetMapping("/ResourceTypes/{id}")
    ObjectNode resourceType(@PathVariable String id) {
        return one(TYPES, id);
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
