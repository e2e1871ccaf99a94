package org.outloud.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/** Request bodies that look like what the OpenAPI document asks for and are wrong in one place, or everywhere. */
final class HostileBodies {

    private static final int DEEPEST_SAMPLE = 6;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "x",
            "\u0000",
            "a\u0000b",
            "'; drop table person; --",
            "%27%00",
            "../../etc/passwd",
            "\u202e\u0000\ufffe",
            "\ud83d\ude42",
            "<script>alert(1)</script>",
            "-1",
            "0",
            "99999999999999999999",
            "NaN",
            "null",
            "userName eq \"ada\" and (",
            "(".repeat(500) + "a pr" + ")".repeat(500),
            "not ".repeat(300) + "(active eq true)",
            "!&|<->:*",
            "x".repeat(3_000),
            "2026-13-45T99:99:99Z",
            "+294276-12-31T23:59:59Z",
            "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    /** As JSON text, because some of it cannot be built as a tree. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e308",
            "1e-400",
            "9223372036854775808",
            "[]",
            "{}",
            "[null]",
            "[[[[]]]]",
            "\"\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"" + "x".repeat(100_000) + "\"",
            "[" + "\"a\",".repeat(20_000) + "\"a\"]",
            "[".repeat(900) + "]".repeat(900),
            "{\"$ref\": \"#\"}",
            "\"2026-13-45T99:99:99Z\"",
            "\"not-a-uuid\"");

    private static final List<String> WHOLES = List.of(
            "",
            "{",
            "}",
            "[",
            "null",
            "\"",
            "{\"a\":1",
            "{}{}",
            "[".repeat(100_000),
            "{\"a\":".repeat(5_000),
            "\u0000",
            "\ufeff{}");

    private final JsonNode document;
    private final SplittableRandom random;

    HostileBodies(JsonNode document, SplittableRandom random) {
        this.document = document;
        this.random = random;
    }

    String hostileText() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    byte[] hostile(JsonNode schema) {
        return switch (random.nextInt(6)) {
            case 0 -> WHOLES.get(random.nextInt(WHOLES.size())).getBytes(StandardCharsets.UTF_8);
            case 1 -> new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', (byte) 0xff, '}'};
            default -> sample(schema, 0, random.nextInt(8)).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** Follows a reference within the document. */
    JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = document.at(found.get("$ref").stringValue().substring(1));
        }
        return found;
    }

    /** JSON text by the schema; about one value in {@code hostility + 1} is replaced by a hostile one. */
    private String sample(JsonNode unresolved, int depth, int hostility) {
        JsonNode schema = resolve(unresolved);
        if (depth > DEEPEST_SAMPLE || (depth > 0 && random.nextInt(hostility + 1) == 0)) {
            return VALUES.get(random.nextInt(VALUES.size()));
        }
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.has(choice)) {
                JsonNode options = schema.get(choice);
                return sample(options.get(random.nextInt(options.size())), depth + 1, hostility);
            }
        }
        if (schema.has("enum")) {
            JsonNode options = schema.get("enum");
            return options.get(random.nextInt(options.size())).toString();
        }
        JsonNode type = schema.path("type");
        String name = type.isArray() ? type.get(0).stringValue() : type.asString("object");
        return switch (name) {
            case "string" ->
                "uuid".equals(schema.path("format").asString(""))
                        ? "\"0198f7a2-0000-7000-8000-000000000001\""
                        : Client.JSON.writeValueAsString(hostileText());
            case "integer", "number" -> Integer.toString(random.nextInt(-2, 1_000));
            case "boolean" -> Boolean.toString(random.nextInt(2) == 0);
            case "array" -> "[" + sample(schema.path("items"), depth + 1, hostility) + "]";
            default -> object(schema, depth, hostility);
        };
    }

    private String object(JsonNode schema, int depth, int hostility) {
        StringBuilder text = new StringBuilder("{\"unexpected\": 1");
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (random.nextInt(4) > 0) {
                text.append(", ")
                        .append(Client.JSON.writeValueAsString(property.getKey()))
                        .append(": ")
                        .append(sample(property.getValue(), depth + 1, hostility));
            }
        }
        return text.append('}').toString();
    }
}
