package org.outloud.profile.scim;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.profile.person.Account;
import org.outloud.profile.person.Email;
import org.outloud.profile.person.Person;
import org.outloud.profile.person.Profile;
import org.outloud.profile.scim.schema.Scim;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a person as a SCIM user. What is not known is left out, as RFC 7643, 2.5 has it. */
final class ScimUser {

    private ScimUser() {}

    static URI locationOf(PersonId id) {
        return URI.create("/scim/v2/Users/" + id);
    }

    static ObjectNode of(Person person) {
        Account account = person.account();
        Profile profile = person.profile();
        ObjectNode user = Scim.object();
        ArrayNode schemas = user.putArray("schemas").add(Scim.USER);
        user.put("id", person.id().toString());
        put(user, "externalId", account.externalId());
        user.put("userName", account.userName());
        name(user, account);
        user.put("displayName", profile.displayName());
        put(user, "title", profile.jobTitle());
        put(user, "locale", account.locale());
        put(user, "timezone", profile.timeZone());
        emails(user, account.emails());
        user.put("active", person.active());
        enterprise(user, schemas, account, profile);
        meta(user, person);
        return user;
    }

    private static void name(ObjectNode user, Account account) {
        if (account.formattedName() != null || account.givenName() != null || account.familyName() != null) {
            ObjectNode name = user.putObject("name");
            put(name, "formatted", account.formattedName());
            put(name, "givenName", account.givenName());
            put(name, "familyName", account.familyName());
        }
    }

    private static void emails(ObjectNode user, List<Email> emails) {
        if (!emails.isEmpty()) {
            ArrayNode written = user.putArray("emails");
            for (Email email : emails) {
                ObjectNode address = written.addObject().put("value", email.value());
                put(address, "type", email.type());
                if (email.primary()) {
                    address.put("primary", true);
                }
            }
        }
    }

    private static void enterprise(ObjectNode user, ArrayNode schemas, Account account, Profile profile) {
        if (account.employeeNumber() != null || account.manager() != null || profile.department() != null) {
            schemas.add(Scim.ENTERPRISE);
            ObjectNode enterprise = user.putObject(Scim.ENTERPRISE);
            put(enterprise, "employeeNumber", account.employeeNumber());
            put(enterprise, "department", profile.department());
            if (account.manager() != null) {
                enterprise.putObject("manager").put("value", account.manager());
            }
        }
    }

    private static void meta(ObjectNode user, Person person) {
        user.putObject("meta")
                .put("resourceType", "User")
                .put("created", person.createdAt().toString())
                .put("lastModified", person.changedAt().toString())
                .put("location", locationOf(person.id()).toString())
                .put("version", Scim.tag(person.version()));
    }

    private static void put(ObjectNode node, String attribute, @Nullable String value) {
        if (value != null) {
            node.put(attribute, value);
        }
    }
}
