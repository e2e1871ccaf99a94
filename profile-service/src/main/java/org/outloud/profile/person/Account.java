package org.outloud.profile.person;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.PersonChanged.Contact;
import org.outloud.contracts.event.PersonChanged.Employment;

/**
 * How HR and the identity provider know a person; not shown in the directory.
 *
 * @param externalId HR's own identifier
 * @param manager HR's reference to the manager: a person's id here, or whatever HR calls them
 * @param department as HR or an import told it; what a profile shows its owner may have written
 */
public record Account(
        String userName,
        @Nullable String externalId,
        List<Email> emails,
        @Nullable String formattedName,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String locale,
        @Nullable String employeeNumber,
        @Nullable String manager,
        @Nullable String department) {

    /** Longest address that mail allows. */
    public static final int LONGEST_EMAIL = 254;

    /** Longest identifier of HR's. */
    public static final int LONGEST_EXTERNAL_ID = 200;

    /** An account of which only name and address are known. */
    public static Account of(String userName, @Nullable String email) {
        List<Email> emails = email == null ? List.of() : List.of(new Email(email, null, true));
        return new Account(userName, null, emails, null, null, null, null, null, null, null);
    }

    /** The address by which sign-ins are linked. */
    public @Nullable String email() {
        return emails.stream()
                .filter(Email::primary)
                .findFirst()
                .or(() -> emails.stream().findFirst())
                .map(Email::value)
                .orElse(null);
    }

    Account withEmail(String email) {
        return new Account(
                userName,
                externalId,
                List.of(new Email(email, null, true)),
                formattedName,
                givenName,
                familyName,
                locale,
                employeeNumber,
                manager,
                department);
    }

    /** As an import tells it; what it leaves out stays. */
    public Account imported(String newUserName, @Nullable String newExternalId, @Nullable String email) {
        Account known = email == null || email.equals(email()) ? this : withEmail(email);
        return new Account(
                newUserName,
                newExternalId == null ? externalId : newExternalId,
                known.emails,
                formattedName,
                givenName,
                familyName,
                locale,
                employeeNumber,
                manager,
                department);
    }

    /** As HR or an import moves the person. */
    public Account inDepartment(@Nullable String newDepartment) {
        return new Account(
                userName,
                externalId,
                emails,
                formattedName,
                givenName,
                familyName,
                locale,
                employeeNumber,
                manager,
                newDepartment);
    }

    /** Where the person stands, as far as rules may rely on it. */
    Employment employment() {
        return new Employment(department, managerId());
    }

    /** How mail reaches the person, wherever they are. */
    Contact contact(@Nullable String timeZone) {
        return new Contact(email(), timeZone, locale);
    }

    private @Nullable PersonId managerId() {
        try {
            return manager == null ? null : PersonId.of(manager);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
