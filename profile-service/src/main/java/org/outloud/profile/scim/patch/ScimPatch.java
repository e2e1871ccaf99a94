package org.outloud.profile.scim.patch;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.utils.FilterEvaluator;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.outloud.profile.scim.patch.ScimOperation.Kind;
import org.outloud.profile.scim.schema.Scim;
import org.outloud.profile.scim.schema.ScimSchema;
import org.outloud.profile.scim.schema.ScimType;
import org.outloud.profile.scim.schema.ScimType.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applies operations to a resource as its schema has it (RFC 7644, 3.5.2). Looser than the standard in one thing, because
 * Entra ID relies on it: to replace a part of a value that is not there yet ({@code emails[type eq "work"].value}) adds
 * the value.
 */
public final class ScimPatch {

    private final ScimType type;
    private final ObjectNode resource;

    /** On a resource, which is changed. */
    public ScimPatch(ScimType type, ObjectNode resource) {
        this.type = type;
        this.resource = resource;
    }

    /** Applies one operation. */
    public void apply(ScimOperation operation) throws ScimException {
        Target target = type.target(operation.path());
        if (target == null) {
            return;
        }
        if (target.fixed()) {
            if (operation.named()) {
                throw BadRequestException.mutability("Only this service writes " + target.name() + ".");
            }
            return;
        }
        apply(operation, target);
    }

    private void apply(ScimOperation operation, Target target) throws ScimException {
        String name = target.name();
        if (name == null) {
            whole(operation, Objects.requireNonNullElse(target.schema(), type.core()));
        } else if (target.isMany()) {
            many(operation.kind(), target, name, operation.value());
        } else if (target.isComplex()) {
            complex(operation.kind(), target, name, single(operation.value()));
        } else if (isNothing(operation)) {
            container(target, false).remove(name);
        } else {
            container(target, true).set(name, single(operation.value()));
        }
        tidy(target);
    }

    /** A schema's URN as the path, or as the name of an object that holds the extension. */
    private void whole(ScimOperation operation, ScimSchema schema) throws ScimException {
        if (isNothing(operation)) {
            if (!schema.equals(type.core())) {
                resource.remove(schema.urn());
                return;
            }
            throw BadRequestException.noTarget("A resource without its schema is none.");
        }
        if (!operation.value().isObject()) {
            throw BadRequestException.invalidValue("An extension is an object.");
        }
        for (Map.Entry<String, JsonNode> attribute : operation.value().properties()) {
            apply(new ScimOperation(
                    operation.kind(), schema.urn() + ":" + attribute.getKey(), attribute.getValue(), false));
        }
    }

    private static boolean isNothing(ScimOperation operation) {
        return operation.kind() == Kind.REMOVE || operation.value().isNull();
    }

    private ObjectNode container(Target target, boolean write) {
        ScimSchema schema = target.schema();
        if (schema == null) {
            return resource;
        }
        if (resource.get(schema.urn()) instanceof ObjectNode extension) {
            return extension;
        }
        ObjectNode extension = Scim.object();
        if (write) {
            resource.set(schema.urn(), extension);
        }
        return extension;
    }

    private void tidy(Target target) {
        ScimSchema schema = target.schema();
        if (schema != null && resource.path(schema.urn()).isEmpty()) {
            resource.remove(schema.urn());
        }
    }

    /** Entra ID wraps single values in a list. */
    private static JsonNode single(JsonNode value) throws BadRequestException {
        if (!value.isArray()) {
            return value;
        }
        if (value.size() != 1) {
            throw BadRequestException.invalidValue("This attribute has one value.");
        }
        return value.get(0);
    }

    private void complex(Kind kind, Target target, String name, JsonNode value) throws BadRequestException {
        ObjectNode container = container(target, kind != Kind.REMOVE);
        AttributeDefinition part = target.part();
        if (part == null && (kind == Kind.REMOVE || value.isNull())) {
            container.remove(name);
            return;
        }
        ObjectNode whole = container.get(name) instanceof ObjectNode there ? there : Scim.object();
        if (part != null && (kind == Kind.REMOVE || value.isNull())) {
            whole.remove(part.getName());
        } else if (part != null) {
            whole.set(part.getName(), value);
        } else if (value.isObject()) {
            merge(whole, value);
        } else {
            whole = Scim.object();
            whole.set("value", value);
        }
        if (whole.isEmpty()) {
            container.remove(name);
        } else {
            container.set(name, whole);
        }
    }

    private static void merge(ObjectNode whole, JsonNode parts) {
        for (Map.Entry<String, JsonNode> part : parts.properties()) {
            if (part.getValue().isNull()) {
                whole.remove(part.getKey());
            } else {
                whole.set(part.getKey(), part.getValue());
            }
        }
    }

    private void many(Kind kind, Target target, String name, JsonNode value) throws ScimException {
        ObjectNode container = container(target, true);
        ArrayNode values = container.get(name) instanceof ArrayNode there
                ? there
                : JsonUtils.getJsonNodeFactory().arrayNode();
        List<ObjectNode> written = target.filter() == null
                ? all(kind, target, values, value)
                : selected(kind, target, target.filter(), values, value);
        onePrimary(values, written);
        if (values.isEmpty()) {
            container.remove(name);
        } else {
            container.set(name, values);
        }
    }

    /** The whole attribute, or a part of each of its values. */
    private static List<ObjectNode> all(Kind kind, Target target, ArrayNode values, JsonNode value)
            throws BadRequestException {
        AttributeDefinition part = target.part();
        if (part != null) {
            for (JsonNode item : values) {
                write(kind, (ObjectNode) item, part.getName(), value);
            }
            return List.of();
        }
        List<ObjectNode> sent = value.isMissingNode() || value.isNull() ? List.of() : objects(value);
        if (kind == Kind.REMOVE && !sent.isEmpty()) {
            values.removeIf(item -> sent.stream().anyMatch(gone -> includes(item, gone)));
            return List.of();
        }
        if (kind != Kind.ADD) {
            values.removeAll();
        }
        List<ObjectNode> added = new ArrayList<>();
        for (ObjectNode item : sent) {
            if (kind == Kind.REPLACE || values.valueStream().noneMatch(there -> includes(there, item))) {
                values.add(item);
                added.add(item);
            }
        }
        return added;
    }

    private static List<ObjectNode> objects(JsonNode value) throws BadRequestException {
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode item : value.isArray() ? value : List.of(value)) {
            if (!(item instanceof ObjectNode object)) {
                throw BadRequestException.invalidValue("The values of this attribute are objects.");
            }
            objects.add(object.deepCopy());
        }
        return objects;
    }

    private static boolean includes(JsonNode item, JsonNode parts) {
        return parts.properties().stream()
                .allMatch(part -> part.getValue().isNull() || part.getValue().equals(item.path(part.getKey())));
    }

    private static List<ObjectNode> selected(Kind kind, Target target, Filter filter, ArrayNode values, JsonNode value)
            throws ScimException {
        List<ObjectNode> matching = new ArrayList<>();
        for (JsonNode item : values) {
            if (item instanceof ObjectNode object && FilterEvaluator.evaluate(filter, object)) {
                matching.add(object);
            }
        }
        AttributeDefinition part = target.part();
        if (kind == Kind.REMOVE && part == null) {
            values.removeIf(matching::contains);
            return List.of();
        }
        if (kind != Kind.REMOVE && matching.isEmpty()) {
            ObjectNode described = Scim.object();
            describe(filter, described);
            values.add(described);
            matching.add(described);
        }
        JsonNode one = part == null ? single(value) : value;
        for (ObjectNode item : matching) {
            if (part != null) {
                write(kind, item, part.getName(), one);
            } else if (one.isObject()) {
                if (kind == Kind.REPLACE) {
                    item.removeAll();
                }
                merge(item, one);
            } else {
                throw BadRequestException.invalidValue("The values of this attribute are objects.");
            }
        }
        return matching;
    }

    /** The value that a filter of equalities asks for. */
    private static void describe(Filter filter, ObjectNode described) throws BadRequestException {
        if (filter.getFilterType() == FilterType.AND) {
            for (Filter part : filter.getCombinedFilters()) {
                describe(part, described);
            }
            return;
        }
        if (filter.getFilterType() != FilterType.EQUAL
                || filter.getAttributePath().size() != 1) {
            throw BadRequestException.noTarget("No value fulfils the filter.");
        }
        described.set(filter.getAttributePath().getElement(0).getAttribute(), filter.getComparisonValue());
    }

    private static void write(Kind kind, ObjectNode item, String part, @Nullable JsonNode value)
            throws BadRequestException {
        if (kind == Kind.REMOVE || value == null || value.isNull()) {
            item.remove(part);
        } else {
            item.set(part, single(value));
        }
    }

    /** A new primary value takes the place of the one before (RFC 7644, 3.5.2). */
    private static void onePrimary(ArrayNode values, List<ObjectNode> written) {
        List<ObjectNode> primary = written.stream().filter(ScimPatch::isPrimary).toList();
        if (primary.size() == 1) {
            for (JsonNode item : values) {
                if (item instanceof ObjectNode other) {
                    other.remove("primary");
                }
            }
            primary.get(0).put("primary", true);
        }
    }

    private static boolean isPrimary(ObjectNode item) {
        return item.path("primary").asString("").equalsIgnoreCase("true");
    }
}
