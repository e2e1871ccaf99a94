package org.outloud.profile.scim;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.outloud.profile.person.Account;
import org.outloud.profile.person.Email;
import org.outloud.profile.person.Faults;
import org.outloud.profile.person.HrRecord;
import org.outloud.profile.person.Profile;
import org.outloud.profile.scim.schema.Scim;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a SCIM user as HR's record. Attributes that people do not have here are left aside, as RFC 7644, 3.3 allows;
 * booleans may be words ({@code "False"}), because Entra ID sends them so.
 */
final class ScimUserReader {

    private static final int LONGEST_LOCALE = 40;
    private static final int LONGEST_TYPE = 40;
    private static final int LONGEST_TIME_ZONE = 64;
    private static final int MOST_EMAILS = 20;

    private final Faults faults = new Faults();

    private ScimUserReader() {}

    /** The record; an {@link org.outloud.platform.problem.Invalid} naming what is wrong. */
    static HrRecord read(ObjectNode user) {
        ScimUserReader reader = new ScimUserReader();
        HrRecord record = reader.record(user);
        reader.faults.refuse();
        return record;
    }

    private HrRecord record(ObjectNode user) {
        JsonNode name = complex(user.path("name"), "name");
        JsonNode enterprise = complex(user.path(Scim.ENTERPRISE), Scim.ENTERPRISE);
        String userName = text(user, "userName", "userName", Profile.LINE);
        if (userName == null) {
            faults.add("userName", "required", "This attribute is required.");
        }
        String department = text(enterprise, "department", "department", Profile.LINE);
        Account account = new Account(
                userName == null ? "" : userName,
                text(user, "externalId", "externalId", Account.LONGEST_EXTERNAL_ID),
                emails(user.path("emails")),
                text(name, "formatted", "name.formatted", Profile.LINE),
                text(name, "givenName", "name.givenName", Profile.LINE),
                text(name, "familyName", "name.familyName", Profile.LINE),
                text(user, "locale", "locale", LONGEST_LOCALE),
                text(enterprise, "employeeNumber", "employeeNumber", Profile.LINE),
                manager(enterprise),
                department);
        String timeZone = text(user, "timezone", "timezone", LONGEST_TIME_ZONE);
        Profile.checkTimeZone("timezone", timeZone, faults);
        return new HrRecord(
                account,
                displayName(user, account),
                department,
                text(user, "title", "title", Profile.LINE),
                timeZone,
                flag("active", user.path("active")));
    }

    private @Nullable String displayName(ObjectNode user, Account account) {
        String displayName = text(user, "displayName", "displayName", Profile.LINE);
        if (displayName != null || account.formattedName() != null) {
            return displayName != null ? displayName : account.formattedName();
        }
        String composed = Stream.of(account.givenName(), account.familyName())
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
        return composed.isEmpty() ? null : cut(composed);
    }

    private static String cut(String text) {
        return text.length() > Profile.LINE ? text.substring(0, Profile.LINE).strip() : text;
    }

    /** Entra ID sends the manager's id bare, the standard wraps it. */
    private @Nullable String manager(JsonNode enterprise) {
        return enterprise.path("manager").isObject()
                ? text(enterprise.path("manager"), "value", "manager", Account.LONGEST_EXTERNAL_ID)
                : text(enterprise, "manager", "manager", Account.LONGEST_EXTERNAL_ID);
    }

    private List<Email> emails(JsonNode sent) {
        if (sent.isMissingNode() || sent.isNull()) {
            return List.of();
        }
        if (!sent.isArray() || sent.size() > MOST_EMAILS) {
            faults.add("emails", "malformed", "A list of at most " + MOST_EMAILS + " addresses.");
            return List.of();
        }
        List<Email> emails = new ArrayList<>();
        for (JsonNode item : sent) {
            complex(item, "emails");
            String value = text(item, "value", "emails.value", Account.LONGEST_EMAIL);
            String type = text(item, "type", "emails.type", LONGEST_TYPE);
            boolean primary = Boolean.TRUE.equals(flag("emails.primary", item.path("primary")));
            if (value != null) {
                checkAddress(value);
                emails.add(new Email(value, type, primary));
            }
        }
        if (emails.stream().filter(Email::primary).count() > 1) {
            faults.add("emails", "duplicate", "One address is the primary one.");
        }
        return List.copyOf(emails);
    }

    private JsonNode complex(JsonNode sent, String field) {
        if (!sent.isMissingNode() && !sent.isNull() && !sent.isObject()) {
            faults.add(field, "malformed", "This attribute has attributes of its own.");
        }
        return sent;
    }

    private void checkAddress(String value) {
        int at = value.indexOf('@');
        if (at < 1 || at == value.length() - 1) {
            faults.add("emails.value", "malformed", "An address such as ada@outloud.example.");
        }
    }

    private @Nullable String text(JsonNode parent, String attribute, String field, int longest) {
        JsonNode sent = parent.path(attribute);
        if (sent.isMissingNode() || sent.isNull()) {
            return null;
        }
        if (!sent.isValueNode()) {
            faults.add(field, "malformed", "This attribute is a text.");
            return null;
        }
        String text = sent.asString().strip();
        faults.checkText(field, text, longest);
        return text.isEmpty() ? null : text;
    }

    private @Nullable Boolean flag(String field, JsonNode sent) {
        if (sent.isMissingNode() || sent.isNull()) {
            return null;
        }
        String word = sent.isValueNode() ? sent.asString() : "";
        if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
            return Boolean.valueOf(word);
        }
        faults.add(field, "malformed", "This attribute is true or false.");
        return null;
    }
}
