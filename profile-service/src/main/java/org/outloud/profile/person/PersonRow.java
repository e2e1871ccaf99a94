package org.outloud.profile.person;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A row of {@code person} as PostgreSQL's JSON: one shape for reading, and for writing one person or five hundred. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record PersonRow(
        UUID id,
        long version,
        @Nullable String subject,
        String userName,
        String userKey,
        @Nullable String externalId,
        @Nullable String email,
        @Nullable String emailKey,
        List<Email> emails,
        List<String> emailKeys,
        @Nullable String formattedName,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String locale,
        @Nullable String employeeNumber,
        @Nullable String manager,
        @Nullable String hrDepartment,
        String displayName,
        String nameSource,
        @Nullable String avatar,
        @Nullable String headline,
        @Nullable String department,
        @Nullable String jobTitle,
        boolean jobTitleShown,
        @Nullable String location,
        @Nullable String timeZone,
        List<String> languages,
        List<Skill> skills,
        List<String> skillKeys,
        List<String> interests,
        @Nullable String askMeAbout,
        @Nullable String learning,
        @Nullable String purpose,
        Visibility visibility,
        boolean active,
        String provisioning,
        Instant createdAt,
        Instant changedAt) {

    private static final Set<String> DERIVED =
            Set.of("version", "userKey", "email", "emailKey", "emailKeys", "skillKeys", "changedAt");

    static PersonRow of(Person person) {
        Account account = person.account();
        Profile profile = person.profile();
        String email = account.email();
        return new PersonRow(
                person.id().value(),
                person.version(),
                person.subject(),
                account.userName(),
                Folded.of(account.userName()),
                account.externalId(),
                email,
                email == null ? null : Folded.of(email),
                account.emails(),
                account.emails().stream()
                        .map(address -> Folded.of(address.value()))
                        .toList(),
                account.formattedName(),
                account.givenName(),
                account.familyName(),
                account.locale(),
                account.employeeNumber(),
                account.manager(),
                account.department(),
                profile.displayName(),
                person.nameSource().name().toLowerCase(Locale.ROOT),
                profile.avatar(),
                profile.headline(),
                profile.department(),
                profile.jobTitle(),
                profile.jobTitleShown(),
                profile.location(),
                profile.timeZone(),
                profile.languages(),
                profile.skills(),
                profile.skills().stream().map(skill -> Folded.of(skill.name())).toList(),
                profile.interests(),
                profile.askMeAbout(),
                profile.learning(),
                profile.purpose(),
                profile.visibility(),
                person.active(),
                person.provisioning().name().toLowerCase(Locale.ROOT),
                person.createdAt(),
                person.changedAt());
    }

    /** Which fields of a person differ, by name; what only helps searching and counting is left out. */
    static List<String> namesOfChanges(Person before, Person after) {
        PersonRow then = of(before);
        PersonRow now = of(after);
        return Arrays.stream(PersonRow.class.getRecordComponents())
                .filter(field -> !DERIVED.contains(field.getName()))
                .filter(field -> !Objects.equals(valueOf(field, then), valueOf(field, now)))
                .map(RecordComponent::getName)
                .toList();
    }

    private static @Nullable Object valueOf(RecordComponent field, PersonRow row) {
        try {
            return field.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    Person toPerson() {
        return new Person(
                new PersonId(id),
                version,
                subject,
                new Account(
                        userName,
                        externalId,
                        emails,
                        formattedName,
                        givenName,
                        familyName,
                        locale,
                        employeeNumber,
                        manager,
                        hrDepartment),
                new Profile(
                        displayName,
                        avatar,
                        headline,
                        department,
                        jobTitle,
                        jobTitleShown,
                        location,
                        timeZone,
                        languages,
                        skills,
                        interests,
                        askMeAbout,
                        learning,
                        purpose,
                        visibility),
                NameSource.valueOf(nameSource.toUpperCase(Locale.ROOT)),
                active,
                Provisioning.valueOf(provisioning.toUpperCase(Locale.ROOT)),
                createdAt,
                changedAt);
    }
}
