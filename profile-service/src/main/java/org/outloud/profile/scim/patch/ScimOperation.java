package org.outloud.profile.scim.patch;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.outloud.profile.scim.schema.Scim;
import org.outloud.profile.scim.schema.ScimType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One operation of a PATCH. Entra ID writes {@code Add}, Okta leaves the path out and names the attributes in the value:
 * both come out of here alike, with a path each.
 *
 * @param value missing where there is none
 * @param named whether the client named the path, rather than an attribute of a value
 */
public record ScimOperation(Kind kind, String path, JsonNode value, boolean named) {

    /** What is done. */
    public enum Kind {
        ADD,
        REPLACE,
        REMOVE
    }

    private static final String PATCH = Scim.MESSAGES + "PatchOp";
    private static final int MOST = 2_000;

    /** Reads the body of a PATCH of such a resource; every path leads somewhere. */
    public static List<ScimOperation> read(ObjectNode body, ScimType type) throws BadRequestException {
        if (!Scim.isA(body, PATCH)) {
            throw BadRequestException.invalidSyntax("The schemas of a PATCH hold " + PATCH + ".");
        }
        JsonNode operations = body.path("Operations");
        if (!operations.isArray() || operations.isEmpty()) {
            throw BadRequestException.invalidSyntax("A PATCH has Operations.");
        }
        if (operations.size() > MOST) {
            throw BadRequestException.tooMany("A PATCH has at most " + MOST + " operations.");
        }
        List<ScimOperation> read = new ArrayList<>();
        for (JsonNode operation : operations) {
            if (!(operation instanceof ObjectNode object)) {
                throw BadRequestException.invalidSyntax("An operation is an object.");
            }
            read(object, read);
        }
        for (ScimOperation operation : read) {
            type.target(operation.path());
        }
        return read;
    }

    private static void read(ObjectNode operation, List<ScimOperation> read) throws BadRequestException {
        Kind kind = kind(operation.path("op"));
        @Nullable String path = path(operation.path("path"));
        JsonNode value = operation.path("value");
        if (value.isMissingNode() ? kind != Kind.REMOVE : kind == Kind.ADD && value.isNull()) {
            throw BadRequestException.invalidValue("This operation needs a value.");
        }
        if (path != null) {
            read.add(new ScimOperation(kind, path, value, true));
        } else if (kind == Kind.REMOVE) {
            throw BadRequestException.noTarget("To remove needs a path.");
        } else if (value.isObject()) {
            for (Map.Entry<String, JsonNode> attribute : value.properties()) {
                read.add(new ScimOperation(kind, attribute.getKey(), attribute.getValue(), false));
            }
        } else {
            throw BadRequestException.invalidValue("Without a path the value is an object.");
        }
    }

    private static Kind kind(JsonNode op) throws BadRequestException {
        return switch (Scim.lower(op.asString(""))) {
            case "add" -> Kind.ADD;
            case "replace" -> Kind.REPLACE;
            case "remove" -> Kind.REMOVE;
            default -> throw BadRequestException.invalidSyntax("An operation is add, replace or remove.");
        };
    }

    private static @Nullable String path(JsonNode path) throws BadRequestException {
        if (path.isMissingNode() || path.isNull()) {
            return null;
        }
        if (!path.isString()) {
            throw BadRequestException.invalidPath("A path is a text.");
        }
        return path.stringValue().isBlank() ? null : path.stringValue();
    }
}
