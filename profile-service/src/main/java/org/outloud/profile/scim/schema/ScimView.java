package org.outloud.profile.scim.schema;

import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which attributes a client wants to see (RFC 7644, 3.9). Names are in lower case, those of an extension behind its URN.
 *
 * @param wanted empty when the client did not say
 */
public record ScimView(Set<String> wanted, Set<String> unwanted) {

    /** Everything that is shown unless it is asked for. */
    public static final ScimView ALL = new ScimView(Set.of(), Set.of());

    private static final Set<String> ALWAYS = Set.of("schemas", "id");
    private static final int MOST = 100;

    /** Reads {@code attributes} and {@code excludedAttributes}, each a list of lists with commas. */
    public static ScimView of(ScimType type, Collection<String> attributes, Collection<String> excludedAttributes) {
        return new ScimView(names(type, attributes), names(type, excludedAttributes));
    }

    private static Set<String> names(ScimType type, Collection<String> lists) {
        return lists.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .limit(MOST)
                .map(name -> qualified(type, Scim.lower(name)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String qualified(ScimType type, String name) {
        String core = Scim.lower(type.core().urn()) + ":";
        if (name.startsWith(core)) {
            return name.substring(core.length());
        }
        String first = name.split("\\.", 2)[0];
        return type.core().attributes().containsKey(first)
                ? name
                : type.extensions().stream()
                        .filter(extension -> extension.attributes().containsKey(first))
                        .findFirst()
                        .map(extension -> Scim.lower(extension.urn()) + ":" + name)
                        .orElse(name);
    }

    /** Whether an attribute that is costly to read is to be seen. */
    public boolean includes(String name) {
        return wanted.isEmpty() ? !unwanted.contains(name) : asksFor(name) && !unwanted.contains(name);
    }

    /** Whether the client names an attribute or a part of it. */
    public boolean asksFor(String name) {
        return wanted.stream().anyMatch(asked -> asked.equals(name) || asked.startsWith(name + "."));
    }

    /** The resource as the client wants it. */
    public ObjectNode of(ObjectNode resource) {
        if (wanted.isEmpty() && unwanted.isEmpty()) {
            return resource;
        }
        ObjectNode seen = Scim.object();
        for (Map.Entry<String, JsonNode> entry : resource.properties()) {
            String name = Scim.lower(entry.getKey());
            JsonNode value = ALWAYS.contains(name)
                    ? entry.getValue()
                    : name.startsWith("urn:") ? extension(name, entry.getValue()) : seen(name, entry.getValue());
            if (!value.isMissingNode()) {
                seen.set(entry.getKey(), value);
            }
        }
        return seen;
    }

    private JsonNode extension(String urn, JsonNode extension) {
        if (unwanted.contains(urn)) {
            return missing();
        }
        if (wanted.contains(urn)) {
            return extension;
        }
        return parts(extension, urn + ":");
    }

    private JsonNode seen(String name, JsonNode value) {
        if (unwanted.contains(name) || (!wanted.isEmpty() && !asksFor(name))) {
            return missing();
        }
        if ((wanted.contains(name) && unwanted.isEmpty()) || !value.isContainer()) {
            return value;
        }
        if (value.isArray()) {
            ArrayNode seen = JsonUtils.getJsonNodeFactory().arrayNode(value.size());
            for (JsonNode item : value) {
                JsonNode parts = parts(item, name + ".");
                if (!parts.isMissingNode()) {
                    seen.add(parts);
                }
            }
            return seen;
        }
        return parts(value, name + ".");
    }

    private JsonNode parts(JsonNode whole, String prefix) {
        boolean wholly = wanted.isEmpty() || wanted.contains(prefix.substring(0, prefix.length() - 1));
        ObjectNode seen = Scim.object();
        for (Map.Entry<String, JsonNode> part : whole.properties()) {
            String name = prefix + Scim.lower(part.getKey());
            if (!unwanted.contains(name) && (wholly || asksFor(name))) {
                seen.set(part.getKey(), part.getValue());
            }
        }
        return seen.isEmpty() ? missing() : seen;
    }

    private static JsonNode missing() {
        return JsonUtils.getJsonNodeFactory().missingNode();
    }
}
