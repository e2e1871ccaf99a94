package org.outloud.profile.scim.schema;

import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.SchemaResource;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema as clients are told it, and as requests are read by it.
 *
 * @param attributes by name in lower case
 */
public record ScimSchema(String urn, ObjectNode json, Map<String, AttributeDefinition> attributes) {

    static final ScimSchema USER = read("user");
    static final ScimSchema ENTERPRISE = read("enterprise-user");
    static final ScimSchema GROUP = read("group");

    private static ScimSchema read(String name) {
        ObjectNode json = resource(name);
        SchemaResource schema = JsonUtils.getObjectReader().treeToValue(json, SchemaResource.class);
        return new ScimSchema(
                json.get("id").stringValue(), json, byName(Objects.requireNonNull(schema.getAttributes())));
    }

    /** A document of this service's own. */
    public static ObjectNode resource(String name) {
        try (InputStream file = ScimSchema.class.getResourceAsStream("/scim/" + name + ".json")) {
            return (ObjectNode) JsonUtils.getObjectReader().readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, AttributeDefinition> byName(Collection<AttributeDefinition> definitions) {
        return definitions.stream()
                .collect(Collectors.toUnmodifiableMap(
                        attribute -> Scim.lower(attribute.getName()), attribute -> attribute));
    }

    /** A part of an attribute that has parts. */
    static @Nullable AttributeDefinition part(AttributeDefinition attribute, String name) {
        Collection<AttributeDefinition> parts = attribute.getSubAttributes();
        return parts == null
                ? null
                : parts.stream()
                        .filter(part -> part.getName().equalsIgnoreCase(name))
                        .findFirst()
                        .orElse(null);
    }
}
