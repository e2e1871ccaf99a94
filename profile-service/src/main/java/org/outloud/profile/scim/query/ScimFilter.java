package org.outloud.profile.scim.query;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.profile.person.Folded;
import org.outloud.profile.scim.query.ScimAttribute.Kind;
import org.outloud.profile.scim.schema.Scim;

/**
 * A filter (RFC 7644, 3.4.2.2) as a condition. Each part of it is true or false, never unknown, so that {@code not}
 * means everybody else.
 *
 * @param condition SQL made of fixed texts only; what the client sent stands in the values
 */
public record ScimFilter(String condition, Map<String, Object> values) {

    /**
     * Reads a filter; everybody for none.
     *
     * @param origin before the paths of resources, as this client knows their addresses
     */
    public static ScimFilter of(@Nullable String filter, ScimAttributes attributes, String origin)
            throws BadRequestException {
        if (filter == null || filter.isBlank()) {
            return new ScimFilter("true", Map.of());
        }
        Translation translation = new Translation(attributes, origin);
        String condition = translation.translate(Scim.filter(filter));
        return new ScimFilter(condition, translation.values);
    }

    private static final class Translation {

        private final Map<String, Object> values = new HashMap<>();
        private final ScimAttributes attributes;
        private final String origin;

        Translation(ScimAttributes attributes, String origin) {
            this.attributes = attributes;
            this.origin = origin;
        }

        String translate(Filter filter) throws BadRequestException {
            if (filter.isCombiningFilter()) {
                return join(filter, this::translate);
            }
            if (filter.isNotFilter()) {
                return "not " + translate(filter.getInvertedFilter());
            }
            Path path = filter.getAttributePath();
            if (filter.isComplexValueFilter()) {
                return within(path, filter.getValueFilter());
            }
            return simple(filter, nameOf(path));
        }

        private String simple(Filter filter, String name) throws BadRequestException {
            ScimAttribute attribute = attributes.single().get(name);
            if (attribute != null) {
                return compare(filter, attribute);
            }
            ScimList list = attributes.lists().get(name.split("\\.", 2)[0]);
            if (list != null) {
                return anyOf(filter, list, name.contains(".") ? name.substring(name.indexOf('.') + 1) : "value");
            }
            if (attributes.grouped().containsKey(name) && filter.isPresentFilter()) {
                StringJoiner any = new StringJoiner(" or ", "(", ")");
                for (String part :
                        attributes.grouped().get(name).stream().sorted().toList()) {
                    any.add(compare(filter, single(part)));
                }
                return any.toString();
            }
            throw unknown(name);
        }

        private ScimAttribute single(String name) throws BadRequestException {
            ScimAttribute attribute = attributes.single().get(name);
            if (attribute == null) {
                throw unknown(name);
            }
            return attribute;
        }

        /** Not equal means: no value is. Not so within brackets, where the value is one. */
        private String anyOf(Filter filter, ScimList list, String part) throws BadRequestException {
            if (filter.getFilterType() == FilterType.NOT_EQUAL) {
                return "not " + anyOf(Filter.eq(filter.getAttributePath(), filter.getComparisonValue()), list, part);
            }
            ScimAttribute attribute = partOf(list, part);
            if (filter.getFilterType() == FilterType.EQUAL
                    && ComparedValue.of(filter).isNull()) {
                return "not exists (select from " + list.from() + " and " + attribute.sql() + " is not null)";
            }
            return "(" + lookup(filter, list, part) + "exists (select from " + list.from() + " and "
                    + compare(filter, attribute) + "))";
        }

        private String within(@Nullable Path path, Filter inner) throws BadRequestException {
            if (path == null || path.size() != 1) {
                throw BadRequestException.invalidFilter("Brackets stand behind an attribute of many values.");
            }
            ScimList list = attributes
                    .lists()
                    .get(prefixOf(path) + Scim.lower(path.getElement(0).getAttribute()));
            if (list == null) {
                throw unknown(String.valueOf(path));
            }
            return "(" + lookups(inner, list) + "exists (select from " + list.from() + " and " + one(inner, list)
                    + "))";
        }

        private String one(Filter filter, ScimList list) throws BadRequestException {
            if (filter.isCombiningFilter()) {
                return join(filter, part -> one(part, list));
            }
            if (filter.isNotFilter()) {
                return "not " + one(filter.getInvertedFilter(), list);
            }
            Path path = filter.getAttributePath();
            if (filter.isComplexValueFilter() || path == null || path.size() != 1) {
                throw BadRequestException.invalidFilter("Brackets hold no further brackets.");
            }
            return compare(filter, partOf(list, Scim.lower(path.getElement(0).getAttribute())));
        }

        /** Looked up on its own, or the planner would rather walk through everybody in the order of the page. */
        private String lookups(Filter filter, ScimList list) throws BadRequestException {
            StringBuilder lookups = new StringBuilder();
            for (Filter part :
                    filter.getFilterType() == FilterType.AND ? filter.getCombinedFilters() : List.of(filter)) {
                if (part.isComparisonFilter()) {
                    lookups.append(lookup(part, list, nameOf(part.getAttributePath())));
                }
            }
            return lookups.toString();
        }

        private String lookup(Filter filter, ScimList list, String part) throws BadRequestException {
            String lookup = list.lookup();
            return lookup != null
                            && part.equals("value")
                            && filter.getFilterType() == FilterType.EQUAL
                            && ComparedValue.of(filter).isString()
                    ? lookup.formatted(value(Folded.of(ComparedValue.text(filter)))) + " and "
                    : "";
        }

        private String join(Filter filter, Part translated) throws BadRequestException {
            String word = filter.getFilterType() == FilterType.AND ? " and " : " or ";
            StringJoiner joined = new StringJoiner(word, "(", ")");
            for (Filter part : filter.getCombinedFilters()) {
                joined.add(translated.of(part));
            }
            return joined.toString();
        }

        private String compare(Filter filter, ScimAttribute attribute) throws BadRequestException {
            FilterType type = filter.getFilterType();
            String present = attribute.sql() + " is not null";
            if (type == FilterType.PRESENT) {
                return "(" + present + ")";
            }
            if (ComparedValue.of(filter).isNull()) {
                return switch (comparisonOf(type)) {
                    case "=" -> "(" + attribute.sql() + " is null)";
                    case "<>" -> "(" + present + ")";
                    default -> throw BadRequestException.invalidFilter("null is only equal or not.");
                };
            }
            if (type == FilterType.NOT_EQUAL) {
                return "not (" + present + " and " + compare(attribute, "=", filter) + ")";
            }
            return "(" + present + " and " + compare(attribute, comparisonOf(type), filter) + ")";
        }

        private String compare(ScimAttribute attribute, String comparison, Filter filter) throws BadRequestException {
            boolean ordered = comparison.length() <= 2 && !comparison.equals("=");
            switch (attribute.kind()) {
                case FLAG -> {
                    if (!comparison.equals("=")) {
                        throw BadRequestException.invalidFilter("true and false are only equal or not.");
                    }
                    return attribute.sql() + " = " + value(ComparedValue.flag(filter));
                }
                case TIME -> {
                    if (!comparison.equals("=") && !ordered) {
                        throw BadRequestException.invalidFilter("A time is before, after or equal.");
                    }
                    String milliseconds = comparison.equals("=") || comparison.equals("<=") || comparison.equals(">")
                            ? "date_trunc('milliseconds', " + attribute.sql() + ")"
                            : attribute.sql();
                    return milliseconds + " " + comparison + " " + value(ComparedValue.time(filter));
                }
                case ID -> {
                    if (comparison.equals("=")) {
                        UUID id = ComparedValue.id(filter);
                        return id == null ? "false" : attribute.sql() + " = " + value(id);
                    }
                }
                default -> {}
            }
            if (attribute.kind() == Kind.ADDRESS) {
                String address = "((" + value(origin) + "::text || " + attribute.sql() + ") collate \"C\")";
                String sought = value(ComparedValue.text(filter));
                return comparison.length() <= 2
                        ? address + " " + comparison + " " + sought
                        : comparison.formatted(address, sought);
            }
            String key = comparison.equals("=") && (attribute.kind() == Kind.EXACT || attribute.kind() == Kind.FOLDED)
                    ? attribute.sql()
                    : attribute.key();
            String sought = sought(attribute.kind(), ComparedValue.text(filter));
            return comparison.length() <= 2 ? key + " " + comparison + " " + sought : comparison.formatted(key, sought);
        }

        private String sought(Kind kind, String text) {
            return switch (kind) {
                case WORDS -> "lower(" + value(text) + "::text collate \"pg_c_utf8\")";
                case FOLDED -> value(Folded.of(text));
                case ID -> value(Scim.lower(text));
                default -> value(text);
            };
        }

        private static String comparisonOf(FilterType type) throws BadRequestException {
            return switch (type.getStringValue()) {
                case "eq" -> "=";
                case "ne" -> "<>";
                case "gt" -> ">";
                case "ge" -> ">=";
                case "lt" -> "<";
                case "le" -> "<=";
                case "co" -> "position(%2$s in %1$s) > 0";
                case "sw" -> "starts_with(%1$s, %2$s)";
                case "ew" -> "right(%1$s, length(%2$s)) = %2$s";
                default -> throw BadRequestException.invalidFilter("This comparison is not known.");
            };
        }

        private ScimAttribute partOf(ScimList list, String part) throws BadRequestException {
            ScimAttribute attribute = list.parts().get(part);
            if (attribute == null) {
                throw unknown(part);
            }
            return attribute;
        }

        private String value(Object value) {
            String name = "filter" + values.size();
            values.put(name, value);
            return ":" + name;
        }

        private String nameOf(@Nullable Path path) throws BadRequestException {
            return attributes.nameOf(path);
        }

        private String prefixOf(Path path) {
            return attributes.prefixOf(path);
        }

        private static BadRequestException unknown(String name) {
            return BadRequestException.invalidFilter("There is no attribute " + name + " to filter by.");
        }

        private interface Part {
            String of(Filter filter) throws BadRequestException;
        }
    }
}
