package org.outloud.profile;

import java.util.Collection;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Filters of every operator, on every attribute, nested, about people who are there. */
final class RandomFilters {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final List<String> TEXTS = List.of(
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
            "schemas");
    private static final List<String> WHOLE = List.of("name", "meta", "emails", "emails.primary", "active");
    private static final List<String> OPERATORS = List.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");
    private static final List<String> ORDERS = List.of("eq", "ne", "gt", "ge", "lt", "le");

    private final Random random;
    private final List<ObjectNode> people;

    RandomFilters(Random random, List<ObjectNode> people) {
        this.random = random;
        this.people = people;
    }

    String next() {
        return next(3);
    }

    private String next(int depth) {
        int kind = random.nextInt(depth == 0 ? 6 : 12);
        return switch (kind) {
            case 0, 1, 2 -> text(pick(TEXTS), "");
            case 3 -> flag();
            case 4 -> time();
            case 5 -> "emails[" + email(2) + "]";
            case 6 -> pick(WHOLE) + " " + word("pr");
            case 7 -> word("not") + " (" + next(depth - 1) + ")";
            case 8 -> "(" + next(depth - 1) + ")";
            case 9, 10 -> next(depth - 1) + " " + word("and") + " " + next(depth - 1);
            default -> next(depth - 1) + " " + word("or") + " " + next(depth - 1);
        };
    }

    private String email(int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 6)) {
            case 0, 1 -> text(random.nextBoolean() ? "value" : "type", "emails.");
            case 2 -> "primary eq true";
            case 3 -> "not (" + email(depth - 1) + ")";
            case 4 -> email(depth - 1) + " and " + email(depth - 1);
            default -> email(depth - 1) + " or " + email(depth - 1);
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
        return "active " + (random.nextBoolean() ? "eq " : "ne ") + random.nextBoolean();
    }

    private String time() {
        String attribute = random.nextBoolean() ? "meta.created" : "meta.lastModified";
        String time = one().at("/" + attribute.replace('.', '/')).asString();
        return attribute + " " + word(pick(ORDERS)) + " \"" + time + "\"";
    }

    /** A word, or the value that somebody has, or a part of it, in this or another case. */
    private String value(String attribute) {
        String value = random.nextInt(3) == 0 ? pick(RandomUsers.WORDS) : known(attribute);
        int from = random.nextInt(3) > 0 ? 0 : random.nextInt(value.length() + 1);
        int to = random.nextInt(3) > 0 ? value.length() : from + random.nextInt(value.length() - from + 1);
        String part = value.substring(from, to);
        return switch (random.nextInt(4)) {
            case 0 -> part.toUpperCase(java.util.Locale.ROOT).equals("STRASSE") ? part : part.replace('a', 'A');
            case 1 -> part.toLowerCase(java.util.Locale.ROOT);
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
        return at.isString() ? at.stringValue() : pick(RandomUsers.WORDS);
    }

    private ObjectNode one() {
        return people.get(random.nextInt(people.size()));
    }

    private String cased(String attribute) {
        return random.nextInt(5) == 0 ? attribute.toUpperCase(java.util.Locale.ROOT) : attribute;
    }

    private String word(String operator) {
        return random.nextInt(5) == 0 ? operator.toUpperCase(java.util.Locale.ROOT) : operator;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** How many filters find some of the people, but not all. */
    int meaningful(List<String> filters, Collection<ObjectNode> people) {
        int meaningful = 0;
        for (String filter : filters) {
            long found = people.stream()
                    .limit(100)
                    .filter(person -> RandomFiltersTest.evaluate(filter, person))
                    .count();
            meaningful += found > 0 && found < Math.min(100, people.size()) ? 1 : 0;
        }
        return meaningful;
    }
}
