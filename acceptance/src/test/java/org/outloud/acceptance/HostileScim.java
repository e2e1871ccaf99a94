package org.outloud.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * SCIM resources, filters, paths and operations after the schemas that the service tells of itself, wrong in one place or
 * everywhere: wrong types, huge, deep, with brackets that do not close and operators that are none.
 */
final class HostileScim {

    private static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    private static final String BULK = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";
    private static final String SEARCH = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";
    private static final List<String> OPERATORS =
            List.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le", "EQ", "like", "=");
    private static final List<String> OPS = List.of("add", "replace", "remove", "Add", "Replace", "REMOVE", "move", "");

    private static final List<String> LITERALS = List.of(
            "true",
            "null",
            "-1",
            "1e400",
            "99999999999999999999",
            "\"\"",
            "\"a\"",
            "\"%_\\\\\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"2026-13-45T99:99:99Z\"",
            "\"+294276-12-31T23:59:59Z\"",
            "\"2011-05-13T04:42:34Z\"",
            "\"not-a-uuid\"",
            "\"0198f7a2-0000-7000-8000-000000000001\"",
            "\"" + "x".repeat(2_000) + "\"",
            "'; drop table person; --",
            "{}",
            "\"");

    /** As JSON text, because some of it cannot be built as a tree. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "\"False\"",
            "-1",
            "1e308",
            "9223372036854775808",
            "[]",
            "{}",
            "[null]",
            "[[[[]]]]",
            "[{}]",
            "\"\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\u202e\\ufffe\"",
            "\"" + "x".repeat(100_000) + "\"",
            "[" + "{\"value\":\"a@b\"},".repeat(3_000) + "{}]",
            "[".repeat(900) + "]".repeat(900),
            "{\"a\":".repeat(400) + "1" + "}".repeat(400),
            "{\"value\": {\"value\": {\"value\": []}}}",
            "\"bulkId:\"",
            "\"bulkId:nobody\"",
            "{\"value\": \"bulkId:nobody\"}");

    private final List<JsonNode> schemas;
    private final SplittableRandom random;
    private int made;

    HostileScim(JsonNode schemas, SplittableRandom random) {
        this.schemas = schemas.get("Resources").valueStream().toList();
        this.random = random;
    }

    <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A resource; {@code hostility} from 0, well-formed, to 10. */
    String resource(int hostility) {
        StringBuilder text = new StringBuilder("{\"schemas\": ")
                .append(wrong(hostility) ? any(VALUES) : quoted(List.of(id(schemas.get(0)), id(schemas.get(1)))));
        for (JsonNode schema : schemas) {
            boolean extension = id(schema).contains(":extension:");
            if (extension) {
                text.append(", \"").append(id(schema)).append("\": ").append(attributes(schema, hostility));
            } else {
                String inner = attributes(schema, hostility);
                text.append(inner.length() > 2 ? ", " : "").append(inner, 1, inner.length() - 1);
            }
        }
        return text.append(", \"unexpected\": ").append(any(VALUES)).append('}').toString();
    }

    private String attributes(JsonNode parent, int hostility) {
        List<String> members = new ArrayList<>();
        for (JsonNode attribute : children(parent)) {
            if (random.nextInt(3) > 0) {
                members.add("\"" + name(attribute) + "\": " + value(attribute, hostility));
            }
        }
        return "{" + String.join(", ", members) + "}";
    }

    private String value(JsonNode attribute, int hostility) {
        if (wrong(hostility)) {
            return any(VALUES);
        }
        String one = switch (attribute.path("type").asString("string")) {
            case "boolean" -> Boolean.toString(random.nextInt(2) == 0);
            case "complex" -> attributes(attribute, hostility);
            default -> "\"hostile-" + made++ + (random.nextInt(2) == 0 ? "@outloud.example\"" : "\"");
        };
        return attribute.path("multiValued").asBoolean(false) ? "[" + one + "]" : one;
    }

    private boolean wrong(int hostility) {
        return random.nextInt(10) < hostility && random.nextInt(2) == 0;
    }

    /** A path of an attribute, a part of it, values chosen by a filter, or of nothing. */
    String path() {
        JsonNode schema = any(schemas);
        JsonNode attribute = any(children(schema));
        String prefix = random.nextInt(4) == 0 ? id(schema) + ":" : "";
        String part = children(attribute).isEmpty() ? "value" : name(any(children(attribute)));
        return switch (random.nextInt(12)) {
            case 0 -> prefix + name(attribute) + "." + part;
            case 1 -> prefix + name(attribute) + "[" + filter(1) + "]";
            case 2 -> prefix + name(attribute) + "[" + filter(1) + "]." + part;
            case 3 -> name(attribute) + "[" + part + " eq " + any(LITERALS) + "].";
            case 4 -> name(attribute) + "[" + part + " eq \"a\"";
            case 5 -> name(attribute) + "[".repeat(500);
            case 6 -> id(schema);
            case 7 ->
                any(List.of(
                        "",
                        " ",
                        ".",
                        "[",
                        "]",
                        "$ref",
                        "a.b.c.d.e",
                        "urn:",
                        "urn:x:y",
                        "id",
                        "meta.version",
                        "schemas",
                        "\u0000"));
            case 8 -> "x".repeat(20_000);
            default -> prefix + name(attribute);
        };
    }

    /** A filter that may be none. */
    String filter(int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            return switch (random.nextInt(5)) {
                case 0 -> "not (" + filter(depth - 1) + ")";
                case 1 -> "(" + filter(depth - 1) + ")";
                case 2 -> filter(depth - 1) + " or " + filter(depth - 1);
                case 3 ->
                    any(List.of("emails", "members", "groups", "name", "userName")) + "[" + filter(depth - 1) + "]";
                default -> filter(depth - 1) + " and " + filter(depth - 1);
            };
        }
        if (random.nextInt(25) == 0) {
            return any(List.of(
                    "(".repeat(2_000) + "userName pr" + ")".repeat(2_000),
                    "not (".repeat(1_000) + "userName pr" + ")".repeat(1_000),
                    "emails[".repeat(300) + "value pr" + "]".repeat(300),
                    String.join(
                            " or ",
                            IntStream.range(0, 4_000)
                                    .mapToObj(i -> "userName eq \"u" + i + "\"")
                                    .toList()),
                    String.join(
                            " and ",
                            IntStream.range(0, 60)
                                    .mapToObj(i -> "emails[value co \"a\"]")
                                    .toList()),
                    "userName co \"" + "%_".repeat(50_000) + "\"",
                    "userName eq \"a\" and",
                    "and",
                    "userName",
                    "\u0000"));
        }
        JsonNode attribute = any(children(any(schemas)));
        String of = children(attribute).isEmpty() || random.nextInt(3) == 0
                ? name(attribute)
                : name(attribute) + "." + name(any(children(attribute)));
        return random.nextInt(6) == 0 ? of + " pr" : of + " " + any(OPERATORS) + " " + any(LITERALS);
    }

    String patch() {
        List<String> operations = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String operation = "{\"op\": \"" + any(OPS) + "\"";
            operation += random.nextInt(5) > 0 ? ", \"path\": " + Client.JSON.writeValueAsString(path()) : "";
            operation +=
                    random.nextInt(4) > 0 ? ", \"value\": " + (random.nextInt(2) == 0 ? any(VALUES) : resource(2)) : "";
            operations.add(operation + "}");
        }
        return wrapped(PATCH, operations);
    }

    /** Operations that name each other before they are there, in circles, or not at all. */
    String bulk(String person, String group) {
        List<String> operations = new ArrayList<>();
        int size = random.nextInt(50) == 0 ? 1_001 : random.nextInt(12) + 1;
        for (int i = 0; i < size; i++) {
            String reference = "bulkId:b" + random.nextInt(size + 1);
            String manager =
                    "\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\": {\"manager\": {\"value\": \""
                            + reference + "\"}}";
            operations.add(
                    switch (random.nextInt(8)) {
                        case 0, 1 ->
                            operation(
                                    "POST",
                                    "/Users",
                                    i,
                                    "{\"userName\": \"hostile-bulk-" + made++ + "\", " + manager + "}");
                        case 2, 3 ->
                            operation(
                                    "POST",
                                    "/Groups",
                                    i,
                                    "{\"displayName\": \"hostile-" + made++ + "\", \"members\": [{\"value\": \""
                                            + reference + "\"}]}");
                        case 4 ->
                            operation("PATCH", "/Groups/" + (random.nextInt(2) == 0 ? group : reference), i, patch());
                        case 5 ->
                            operation("PUT", "/Users/" + (random.nextInt(2) == 0 ? person : reference), i, resource(5));
                        case 6 -> operation("DELETE", "/Users/" + reference, i, "null");
                        default ->
                            operation(
                                    any(List.of("POST", "GET", "")),
                                    any(List.of("", "/", "/Users/", "/Nothing", "//", "/Bulk", "/../Users")),
                                    i,
                                    any(VALUES));
                    });
        }
        return wrapped(BULK, operations)
                .replaceFirst(
                        "\\{", "{\"failOnErrors\": " + any(List.of("1", "5", "-1", "null", "\"x\"", "100")) + ", ");
    }

    private String operation(String method, String path, int index, String data) {
        String bulkId = random.nextInt(8) == 0 ? any(VALUES) : "\"b" + index + "\"";
        return "{\"method\": \"" + method + "\", \"path\": \"" + path + "\", \"bulkId\": " + bulkId + ", \"data\": "
                + data + "}";
    }

    private String wrapped(String schema, List<String> operations) {
        return "{\"schemas\": [\"" + (random.nextInt(15) == 0 ? "urn:other" : schema) + "\"], \"Operations\": "
                + (random.nextInt(20) == 0 ? any(VALUES) : "[" + String.join(", ", operations) + "]") + "}";
    }

    String search() {
        return "{\"schemas\": [\"" + SEARCH + "\"], \"filter\": "
                + (random.nextInt(6) == 0 ? any(VALUES) : Client.JSON.writeValueAsString(filter(4)))
                + ", \"sortBy\": " + (random.nextInt(3) == 0 ? any(VALUES) : Client.JSON.writeValueAsString(path()))
                + ", \"startIndex\": " + any(VALUES) + ", \"count\": "
                + any(List.of("0", "-1", "500", "99999999999", "\"a\"", "1"))
                + ", \"attributes\": " + (random.nextInt(2) == 0 ? "[\"userName\"]" : any(VALUES)) + "}";
    }

    private static List<JsonNode> children(JsonNode parent) {
        JsonNode children = parent.has("attributes") ? parent.get("attributes") : parent.path("subAttributes");
        return children.valueStream().toList();
    }

    private static String id(JsonNode schema) {
        return schema.get("id").stringValue();
    }

    private static String name(JsonNode attribute) {
        return attribute.get("name").stringValue();
    }

    private static String quoted(List<String> texts) {
        return "[\"" + String.join("\", \"", texts) + "\"]";
    }
}
