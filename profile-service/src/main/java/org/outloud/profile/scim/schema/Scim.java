package org.outloud.profile.scim.schema;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.Locale;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Names and forms that the standard gives. */
public final class Scim {

    public static final String MEDIA_TYPE = "application/scim+json";
    public static final MediaType JSON = MediaType.valueOf(MEDIA_TYPE);

    public static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    public static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    public static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    public static final String MESSAGES = "urn:ietf:params:scim:api:messages:2.0:";

    /** Longest filter or path. */
    public static final int LONGEST_EXPRESSION = 2_000;

    private static final int DEEPEST = 40;

    private Scim() {}

    /** Versions are weak tags: the same resource may be written in more than one way. */
    public static String tag(long version) {
        return "W/\"" + version + "\"";
    }

    /** As attribute names compare. */
    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Whether the database can keep a text: no NUL and no half of a character. */
    public static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(sign -> sign == 0 || (sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE));
    }

    /** An object whose attribute names match without case. */
    public static ObjectNode object() {
        return JsonUtils.getJsonNodeFactory().objectNode();
    }

    /** Reads a body; attribute names match without case from here on. */
    public static ObjectNode readObject(String body) throws ScimException {
        try {
            JsonNode read = JsonUtils.getObjectReader().readTree(body);
            if (read instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw BadRequestException.invalidSyntax("The body is no JSON.");
        }
        throw BadRequestException.invalidSyntax("The body is no object.");
    }

    /** Reads a filter. */
    public static Filter filter(String text) throws BadRequestException {
        if (!isReadable(text)) {
            throw BadRequestException.invalidFilter(unreadable("filter"));
        }
        try {
            return Filter.fromString(ValuePaths.inBrackets(text));
        } catch (RuntimeException e) {
            throw BadRequestException.invalidFilter("This is no filter.");
        }
    }

    /** Reads a path. */
    public static Path path(String text) throws BadRequestException {
        if (!isReadable(text)) {
            throw BadRequestException.invalidPath(unreadable("path"));
        }
        try {
            return Path.fromString(text);
        } catch (RuntimeException e) {
            throw BadRequestException.invalidPath("This is no path.");
        }
    }

    private static String unreadable(String what) {
        return "A " + what + " has at most " + LONGEST_EXPRESSION
                + " characters, none of them NUL; parentheses are closed and nest at most " + DEEPEST + " deep.";
    }

    /** The library's parser calls itself for each parenthesis, and tells of much bad input by whatever it stumbles over. */
    private static boolean isReadable(String text) {
        if (text.length() > LONGEST_EXPRESSION || !isText(text)) {
            return false;
        }
        int depth = 0;
        boolean quoted = false;
        for (int at = 0; at < text.length() && depth <= DEEPEST; at++) {
            char sign = text.charAt(at);
            if (quoted) {
                at += sign == '\\' ? 1 : 0;
                quoted = sign != '"';
            } else {
                quoted = sign == '"';
                depth += sign == '(' || sign == '[' ? 1 : sign == ')' || sign == ']' ? -1 : 0;
            }
        }
        return depth == 0;
    }
}
