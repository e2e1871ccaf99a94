package org.outloud.profile.scim;

import com.unboundid.scim2.common.types.EnterpriseUserExtension;
import com.unboundid.scim2.common.types.UserResource;
import com.unboundid.scim2.common.utils.JsonUtils;
import com.unboundid.scim2.common.utils.SchemaUtils;
import java.beans.IntrospectionException;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What this SCIM service can do (RFC 7644, section 4): told to clients, so that they need not try. */
@RestController
@RequestMapping(
        path = "/scim/v2",
        produces = {Scim.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
class ScimDiscoveryController {

    /** The attributes of the core schema that people have here. */
    private static final Set<String> CORE =
            Set.of("userName", "name", "displayName", "title", "locale", "timezone", "active", "emails");

    private static final Set<String> EXTENSION = Set.of("employeeNumber", "department", "manager");

    private static final String CONFIGURATION = """
            {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
             "patch": {"supported": true},
             "bulk": {"supported": false, "maxOperations": 0, "maxPayloadSize": 0},
             "filter": {"supported": true, "maxResults": %d},
             "changePassword": {"supported": false},
             "sort": {"supported": false},
             "etag": {"supported": true},
             "authenticationSchemes": [{"type": "oauthbearertoken", "name": "OAuth 2.0 bearer token", "primary": true,
               "description": "A token of a client that has the role scim"}],
             "meta": {"resourceType": "ServiceProviderConfig", "location": "/scim/v2/ServiceProviderConfig"}}
            """.formatted(ScimPage.MOST);

    private static final String USER_TYPE = """
            {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"], "id": "User", "name": "User",
             "description": "A person who works here", "endpoint": "/Users", "schema": "%s",
             "schemaExtensions": [{"schema": "%s", "required": false}],
             "meta": {"resourceType": "ResourceType", "location": "/scim/v2/ResourceTypes/User"}}
            """.formatted(Scim.USER, Scim.ENTERPRISE);

    private final ObjectNode schemas;

    ScimDiscoveryController() throws IntrospectionException {
        this.schemas = listing(List.of(
                schema(UserResource.class, Scim.USER, CORE),
                schema(EnterpriseUserExtension.class, Scim.ENTERPRISE, EXTENSION)));
    }

    @GetMapping("/ServiceProviderConfig")
    JsonNode configuration() {
        return parse(CONFIGURATION);
    }

    @GetMapping("/Schemas")
    ObjectNode schemas() {
        return schemas;
    }

    @GetMapping("/ResourceTypes")
    ObjectNode resourceTypes() {
        return listing(List.of(parse(USER_TYPE)));
    }

    private static ObjectNode parse(String json) {
        return JsonUtils.getObjectReader().forType(ObjectNode.class).readValue(json);
    }

    private static ObjectNode schema(Class<?> resource, String urn, Set<String> kept) throws IntrospectionException {
        ObjectNode schema = JsonUtils.valueToNode(SchemaUtils.getSchema(resource));
        ArrayNode attributes = JsonUtils.getJsonNodeFactory().arrayNode();
        for (JsonNode attribute : schema.path("attributes")) {
            if (kept.contains(attribute.path("name").asString())) {
                attributes.add(attribute);
            }
        }
        schema.set("attributes", attributes);
        schema.put("id", urn);
        schema.putObject("meta").put("resourceType", "Schema").put("location", "/scim/v2/Schemas/" + urn);
        return schema;
    }

    private static ObjectNode listing(List<ObjectNode> resources) {
        return new ScimPage(1, resources.size()).listing(resources.size(), resources);
    }
}
