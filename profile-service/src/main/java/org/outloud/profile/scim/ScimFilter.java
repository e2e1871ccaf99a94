package org.outloud.profile.scim;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.outloud.profile.person.Folded;
import tools.jackson.databind.node.ValueNode;

/**
 * A filter as a condition on {@code person p}: equality of the attributes by which clients look people up, joined by
 * {@code and} and {@code or}.
 *
 * @param condition SQL made of fixed texts only; what the client sent stands in the values
 */
record ScimFilter(String condition, Map<String, Object> values) {

    private static final int LONGEST = 1_000;

    static ScimFilter of(@Nullable String filter) throws BadRequestException {
        if (filter == null || filter.isBlank()) {
            return new ScimFilter("true", Map.of());
        }
        if (filter.length() > LONGEST || filter.indexOf('\0') >= 0) {
            throw BadRequestException.invalidFilter("A filter has at most " + LONGEST + " characters.");
        }
        Translation translation = new Translation();
        String condition = translation.translate(Filter.fromString(filter));
        return new ScimFilter(condition, translation.values);
    }

    private static final class Translation {

        private final Map<String, Object> values = new HashMap<>();

        String translate(Filter filter) throws BadRequestException {
            if (filter.isCombiningFilter()) {
                return join(filter, filter.getFilterType() == FilterType.AND ? " and " : " or ");
            }
            if (filter.isComplexValueFilter() && "emails".equals(nameOf(filter.getAttributePath()))) {
                return emailThat(filter.getValueFilter());
            }
            return equality(filter);
        }

        private String join(Filter filter, String word) throws BadRequestException {
            StringJoiner joined = new StringJoiner(word, "(", ")");
            for (Filter part : filter.getCombinedFilters()) {
                joined.add(translate(part));
            }
            return joined.toString();
        }

        private String equality(Filter filter) throws BadRequestException {
            String name = nameOf(filter.getAttributePath());
            return switch (name) {
                case "username" -> "p.user_key = " + value(Folded.of(text(filter)));
                case "externalid" -> "p.external_id = " + value(text(filter));
                case "id" -> "p.id::text = " + value(text(filter).toLowerCase(Locale.ROOT));
                case "emails", "emails.value" -> hasEmail(text(filter));
                case "active" -> "p.active = " + value(flag(filter));
                default -> throw unsupported();
            };
        }

        /** Looked up on its own, or the planner would rather walk through everybody in the order of the page. */
        private String hasEmail(String address) {
            return "p.id = any(array(select x.id from person x where x.email_keys @> array[" + value(Folded.of(address))
                    + "]::text[]))";
        }

        /** One address that fulfils all of it; found by its value where that is given. */
        private String emailThat(Filter filter) throws BadRequestException {
            StringJoiner conditions = new StringJoiner(" and ", "(", ")");
            for (Filter part :
                    filter.getFilterType() == FilterType.AND ? filter.getCombinedFilters() : List.of(filter)) {
                if (part.isComparisonFilter() && "value".equals(nameOf(part.getAttributePath()))) {
                    conditions.add(hasEmail(text(part)));
                }
            }
            return conditions
                    .add("exists (select from jsonb_array_elements(p.emails) as e where " + withinEmail(filter) + ")")
                    .toString();
        }

        private String withinEmail(Filter filter) throws BadRequestException {
            if (filter.isCombiningFilter()) {
                StringJoiner joined =
                        new StringJoiner(filter.getFilterType() == FilterType.AND ? " and " : " or ", "(", ")");
                for (Filter part : filter.getCombinedFilters()) {
                    joined.add(withinEmail(part));
                }
                return joined.toString();
            }
            return switch (nameOf(filter.getAttributePath())) {
                case "value" -> "lower(e->>'value') = lower(" + value(text(filter)) + ")";
                case "type" -> "lower(e->>'type') = lower(" + value(text(filter)) + ")";
                case "primary" -> "coalesce((e->>'primary')::boolean, false) = " + value(flag(filter));
                default -> throw unsupported();
            };
        }

        private String value(Object value) {
            String name = "filter" + values.size();
            values.put(name, value);
            return ":" + name;
        }

        private static String text(Filter filter) throws BadRequestException {
            ValueNode compared = compared(filter);
            if (!compared.isString()) {
                throw BadRequestException.invalidFilter("This attribute is compared with a text.");
            }
            return compared.stringValue();
        }

        private static boolean flag(Filter filter) throws BadRequestException {
            String word = compared(filter).asString();
            if (!word.equalsIgnoreCase("true") && !word.equalsIgnoreCase("false")) {
                throw BadRequestException.invalidFilter("This attribute is compared with true or false.");
            }
            return Boolean.parseBoolean(word);
        }

        private static ValueNode compared(Filter filter) throws BadRequestException {
            ValueNode compared = filter.getFilterType() == FilterType.EQUAL ? filter.getComparisonValue() : null;
            if (compared == null) {
                throw unsupported();
            }
            return compared;
        }

        /** The attribute in lower case, such as {@code emails.value}. */
        private static String nameOf(@Nullable Path path) throws BadRequestException {
            if (path == null || (path.getSchemaUrn() != null && !Scim.USER.equalsIgnoreCase(path.getSchemaUrn()))) {
                throw unsupported();
            }
            StringJoiner name = new StringJoiner(".");
            for (Path.Element element : path) {
                if (element.getValueFilter() != null) {
                    throw unsupported();
                }
                name.add(element.getAttribute().toLowerCase(Locale.ROOT));
            }
            return name.toString();
        }

        private static BadRequestException unsupported() {
            return BadRequestException.invalidFilter(
                    "Filters take eq on userName, externalId, id, emails.value and active, joined by and, or.");
        }
    }
}
