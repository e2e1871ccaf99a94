package org.outloud.profile.scim.query;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.outloud.profile.scim.schema.Scim;
import org.outloud.profile.scim.schema.ScimType;
import org.outloud.profile.scim.schema.ScimView;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client looks for, in an address or in the body of {@code .search} (RFC 7644, 3.4.2 and 3.4.3).
 *
 * @param startIndex counted from 1; what is out of range is taken for the nearest value, as the standard asks
 * @param origin before the paths of resources, as this client knows their addresses
 * @param cursor null for pages by index, empty for the first page by cursor (RFC 9865)
 */
public record ScimQuery(
        @Nullable String filter,
        @Nullable String sortBy,
        boolean descending,
        int startIndex,
        int count,
        @Nullable String cursor,
        ScimView view,
        String origin) {

    /** Most resources on a page. */
    public static final int MOST = 500;

    private static final int DEFAULT = 100;
    private static final Set<String> ORDERS = Set.of("ascending", "descending");

    /** Reads the parameters of an address. */
    public static ScimQuery of(ScimType type, MultiValueMap<String, String> parameters, String origin)
            throws BadRequestException {
        Map<String, String> single = new HashMap<>();
        parameters.forEach((name, values) -> single.put(name, values.isEmpty() ? "" : values.get(0)));
        return of(type, single, parameters.getOrDefault("attributes", List.of()), excluded(parameters), origin);
    }

    /** What of a single resource is to be seen. */
    public static ScimView view(ScimType type, MultiValueMap<String, String> parameters) {
        return ScimView.of(type, parameters.getOrDefault("attributes", List.of()), excluded(parameters));
    }

    private static List<String> excluded(MultiValueMap<String, String> parameters) {
        return parameters.getOrDefault("excludedAttributes", List.of());
    }

    /** Reads a search request. */
    public static ScimQuery of(ScimType type, ObjectNode search, String origin) throws BadRequestException {
        if (!Scim.isA(search, Scim.MESSAGES + "SearchRequest")) {
            throw BadRequestException.invalidSyntax("A search is a " + Scim.MESSAGES + "SearchRequest.");
        }
        Map<String, String> single = new HashMap<>();
        for (String name : List.of("filter", "sortBy", "sortOrder", "startIndex", "count", "cursor")) {
            JsonNode value = search.path(name);
            if (value.isString() || value.isNumber()) {
                single.put(name, value.asString());
            } else if (!value.isMissingNode() && !value.isNull()) {
                throw BadRequestException.invalidSyntax(name + " is a text or a number.");
            }
        }
        return of(type, single, texts(search, "attributes"), texts(search, "excludedAttributes"), origin);
    }

    private static List<String> texts(ObjectNode search, String name) throws BadRequestException {
        List<String> texts = new ArrayList<>();
        JsonNode sent = search.path(name);
        for (JsonNode text : sent.isArray() ? sent : List.of(sent)) {
            if (text.isString()) {
                texts.add(text.stringValue());
            } else if (!text.isMissingNode() && !text.isNull()) {
                throw BadRequestException.invalidSyntax(name + " is a list of texts.");
            }
        }
        return texts;
    }

    private static ScimQuery of(
            ScimType type, Map<String, String> single, List<String> attributes, List<String> excluded, String origin)
            throws BadRequestException {
        String order = Scim.lower(single.getOrDefault("sortOrder", "ascending"));
        if (!ORDERS.contains(order)) {
            throw BadRequestException.invalidValue("sortOrder is ascending or descending.");
        }
        String sortBy = single.get("sortBy");
        return new ScimQuery(
                single.get("filter"),
                sortBy == null || sortBy.isBlank() ? null : sortBy,
                order.equals("descending"),
                Math.max(1, number("startIndex", single.get("startIndex"), 1)),
                Math.min(MOST, Math.max(0, number("count", single.get("count"), DEFAULT))),
                single.get("cursor"),
                ScimView.of(type, attributes, excluded),
                origin);
    }

    private static int number(String name, @Nullable String asked, int otherwise) throws BadRequestException {
        try {
            return asked == null || asked.isBlank() ? otherwise : Integer.parseInt(asked.strip());
        } catch (NumberFormatException e) {
            String detail = name + " is a whole number.";
            throw name.equals("count")
                    ? BadRequestException.invalidCount(detail)
                    : BadRequestException.invalidValue(detail);
        }
    }
}
