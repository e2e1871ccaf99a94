package org.outloud.profile.scim;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.outloud.profile.scim.schema.Scim;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One operation of a bulk request as it was sent (RFC 7644, 3.7).
 *
 * @param method in upper case
 * @param bulkId the name by which other operations mean the resource that this one creates
 */
record BulkOperation(
        String method,
        String path,
        @Nullable String bulkId,
        @Nullable String version,
        JsonNode data) {

    private static final String PREFIX = "bulkId:";
    private static final Pattern REFERENCE = Pattern.compile("bulkId:([^\"/\\]\\s]+)");

    static BulkOperation of(JsonNode sent) {
        return new BulkOperation(
                sent.path("method").asString("").toUpperCase(java.util.Locale.ROOT),
                sent.path("path").asString(""),
                sent.path("bulkId").isValueNode() && !sent.path("bulkId").isNull()
                        ? sent.path("bulkId").asString()
                        : null,
                sent.path("version").isString() ? sent.path("version").stringValue() : null,
                sent.path("data"));
    }

    boolean creates() {
        return method.equals("POST");
    }

    /** Names of resources that must be there before. */
    Set<String> references() {
        Set<String> found = new HashSet<>();
        collect(path, found);
        collect(data, found);
        return found;
    }

    private static void collect(JsonNode node, Set<String> found) {
        if (node.isString()) {
            collect(node.stringValue(), found);
        } else {
            node.forEach(child -> collect(child, found));
        }
    }

    private static void collect(String text, Set<String> found) {
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
    }

    /** The operation with identifiers in the place of names. */
    BulkOperation resolved(Map<String, String> ids) {
        return new BulkOperation(method, replace(path, ids), bulkId, version, replace(data, ids));
    }

    private static String replace(String text, Map<String, String> ids) {
        return text.contains(PREFIX)
                ? REFERENCE
                        .matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(ids.getOrDefault(found.group(1), found.group())))
                : text;
    }

    private static JsonNode replace(JsonNode node, Map<String, String> ids) {
        if (node.isString()) {
            return tools.jackson.databind.node.StringNode.valueOf(replace(node.stringValue(), ids));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = Scim.object();
            object.forEachEntry((name, value) -> copy.set(name, replace(value, ids)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode(array.size());
            array.forEach(item -> copy.add(replace(item, ids)));
            return copy;
        }
        return node;
    }

    /** The operation without what refers to resources that are still to come, so that a circle can begin somewhere. */
    BulkOperation withoutReferences() {
        return new BulkOperation(method, path, bulkId, version, strip(data));
    }

    private static JsonNode strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = Scim.object();
            object.forEachEntry((name, value) -> {
                if (!isReference(value) && !isReference(value.path("value"))) {
                    copy.set(name, strip(value));
                }
            });
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(item -> {
                if (!isReference(item) && !isReference(item.path("value"))) {
                    copy.add(strip(item));
                }
            });
            return copy;
        }
        return node;
    }

    private static boolean isReference(JsonNode node) {
        return node.isString() && node.stringValue().startsWith(PREFIX);
    }

    /** The operation that completes what {@link #withoutReferences} left out. */
    BulkOperation completing() {
        return new BulkOperation("PUT", path + "/" + PREFIX + bulkId, null, null, data);
    }
}
