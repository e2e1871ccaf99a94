package org.outloud.profile;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Filters of every operator, on every attribute, nested, about users or groups that are there. */
final class RandomFilters {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final List<String> REFERENCE = List.of("value", "display", "type", "$ref");

    private static final Subject USERS = new Subject(
            List.of(
                    "userName",
                    "externalId",
                    "displayName",
                    "title",
                    "locale",
                    "timezone",
                    "id",
                    "name.formatted",
                    "name.givenName",
                    "name.familyName",
                    "meta.resourceType",
                    "meta.location",
                    "meta.version",
                    ENTERPRISE + ":employeeNumber",
                    ENTERPRISE + ":department",
                    ENTERPRISE + ":manager.value",
                    "emails.value",
                    "emails.type",
                    "groups.value",
                    "groups.display",
                    "schemas"),
            List.of("name", "meta", "emails", "emails.primary", "groups", "active"),
            Map.of("emails", List.of("value", "type"), "groups", REFERENCE),
            "active");

    private static final Subject GROUPS = new Subject(
            List.of(
                    "externalId",
                    "displayName",
                    "id",
                    "meta.resourceType",
                    "meta.location",
                    "meta.version",
                    "members.value",
                    "members.display",
                    "members.type",
                    "schemas"),
            List.of("meta", "members", "members.value", "externalId"),
            Map.of("members", REFERENCE),
            null);

    /**
     * What filters are about.
     *
     * @param lists attributes of many values, with those parts of them that are texts
     */
    private record Subject(
            List<String> texts,
            List<String> whole,
            Map<String, List<String>> lists,
            @Nullable String flag) {}

    private static final List<String> OPERATORS = List.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");
    private static final List<String> ORDERS = List.of("eq", "ne", "gt", "ge", "lt", "le");

    private final Random random;
    private final Subject subject;
    private final List<ObjectNode> known;

    private RandomFilters(Random random, Subject subject, Collection<ObjectNode> known) {
        this.random = random;
        this.subject = subject;
        this.known = List.copyOf(known);
    }

    static RandomFilters ofUsers(Random random, Collection<ObjectNode> users) {
        return new RandomFilters(random, USERS, users);
    }

    static RandomFilters ofGroups(Random random, Collection<ObjectNode> groups) {
        return new RandomFilters(random, GROUPS, groups);
    }

    String next() {
        return next(3);
    }

    private String next(int depth) {
        int kind = random.nextInt(depth == 0 ? 6 : 12);
        return switch (kind) {
            case 0, 1, 2 -> text(pick(subject.texts()), "");
            case 3 -> flag();
            case 4 -> time();
            case 5 -> list();
            case 6 -> pick(subject.whole()) + " " + word("pr");
            case 7 -> word("not") + " (" + next(depth - 1) + ")";
            case 8 -> "(" + next(depth - 1) + ")";
            case 9, 10 -> next(depth - 1) + " " + word("and") + " " + next(depth - 1);
            default -> next(depth - 1) + " " + word("or") + " " + next(depth - 1);
        };
    }

    private String list() {
        String list = pick(subject.lists().keySet().stream().sorted().toList());
        return list + "[" + within(list, 2) + "]";
    }

    private String within(String list, int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 6)) {
            case 0, 1 -> text(pick(subject.lists().getOrDefault(list, List.of())), list + ".");
            case 2 -> list.equals("emails") ? "primary eq true" : "value " + word("pr");
            case 3 -> "not (" + within(list, depth - 1) + ")";
            case 4 -> within(list, depth - 1) + " and " + within(list, depth - 1);
            default -> within(list, depth - 1) + " or " + within(list, depth - 1);
        };
    }

    private String text(String attribute, String within) {
        String named = cased(attribute);
        int kind = random.nextInt(12);
        if (kind == 0) {
            return named + " " + word("pr");
        }
        if (kind == 1) {
            return named + " " + (random.nextBoolean() ? "eq" : "ne") + " null";
        }
        return named + " " + word(pick(OPERATORS)) + " " + StringNode.valueOf(value(within + attribute));
    }

    private String flag() {
        String flag = subject.flag();
        return flag == null
                ? text(pick(subject.texts()), "")
                : flag + (random.nextBoolean() ? " eq " : " ne ") + random.nextBoolean();
    }

    private String time() {
        String attribute = random.nextBoolean() ? "meta.created" : "meta.lastModified";
        String time = one().at("/" + attribute.replace('.', '/')).asString();
        return attribute + " " + word(pick(ORDERS)) + " \"" + time + "\"";
    }

    /** A word, or the value that somebody has, or a part of it, in this or another case. */
    private String value(String attribute) {
        String value = random.nextInt(3) == 0 ? pick(RandomResources.WORDS) : known(attribute);
        int from = random.nextInt(3) > 0 ? 0 : random.nextInt(value.length() + 1);
        int to = random.nextInt(3) > 0 ? value.length() : from + random.nextInt(value.length() - from + 1);
        String part = value.substring(from, to);
        return switch (random.nextInt(4)) {
            case 0 -> part.toUpperCase(Locale.ROOT).equals("STRASSE") ? part : part.replace('a', 'A');
            case 1 -> part.toLowerCase(Locale.ROOT);
            default -> part;
        };
    }

    private String known(String attribute) {
        JsonNode at = one();
        String rest = attribute;
        if (attribute.startsWith(ENTERPRISE)) {
            at = at.path(ENTERPRISE);
            rest = attribute.substring(ENTERPRISE.length() + 1);
        }
        for (String step : rest.split("\\.", -1)) {
            at = at.isArray() ? at.path(random.nextInt(at.size() + 1)) : at;
            at = at.path(step);
        }
        at = at.isArray() ? at.path(0) : at;
        return at.isString() ? at.stringValue() : pick(RandomResources.WORDS);
    }

    private ObjectNode one() {
        return pick(known);
    }

    private String cased(String attribute) {
        return random.nextInt(5) == 0 ? attribute.toUpperCase(Locale.ROOT) : attribute;
    }

    private String word(String operator) {
        return random.nextInt(5) == 0 ? operator.toUpperCase(Locale.ROOT) : operator;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
