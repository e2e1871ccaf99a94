package org.outloud.profile;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** People with attributes from small sets, so that filters find some of them. */
final class RandomUsers {

    static final List<String> WORDS = List.of(
            "Ada",
            "ada",
            "Bo",
            "Zoë",
            "Ägir",
            "straße",
            "Øre",
            "x y",
            "a\"b",
            "c\\d",
            "100%",
            "under_score",
            "(b)",
            "[c]",
            "日本",
            "e",
            "E",
            "é",
            "-1",
            "true",
            "null",
            "ab",
            "abc",
            "b'c",
            ":f",
            "?",
            "$1",
            "{}");

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> ZONES = List.of("Europe/Vienna", "Asia/Tokyo", "America/New_York");

    private final Random random;

    RandomUsers(Random random) {
        this.random = random;
    }

    String next(String mark, int number) {
        ObjectNode user = JSON.createObjectNode();
        user.put("userName", word() + mark + number);
        maybe(user, "externalId", word() + mark + number);
        maybe(user, "displayName", words());
        maybe(user, "title", words());
        maybe(user, "locale", word());
        maybe(user, "timezone", ZONES.get(random.nextInt(ZONES.size())));
        user.put("active", random.nextInt(4) > 0);
        ObjectNode name = user.putObject("name");
        maybe(name, "formatted", words());
        maybe(name, "givenName", word());
        maybe(name, "familyName", word());
        ObjectNode enterprise = user.putObject("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User");
        maybe(enterprise, "employeeNumber", word());
        maybe(enterprise, "department", words());
        maybe(enterprise, "manager", word());
        int emails = random.nextInt(4);
        for (int i = 0; i < emails; i++) {
            ObjectNode email = user.withArray("emails").addObject();
            email.put("value", "m%d-%d.%s@%s.example".formatted(i, number, mark, random.nextBoolean() ? "a" : "B"));
            maybe(email, "type", random.nextBoolean() ? "work" : "Home");
            if (i == 0 && random.nextBoolean()) {
                email.put("primary", true);
            }
        }
        return user.toString();
    }

    private void maybe(ObjectNode node, String name, String value) {
        if (random.nextInt(3) > 0) {
            node.put(name, value);
        }
    }

    private String words() {
        return random.nextBoolean() ? word() : word() + " " + word();
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
