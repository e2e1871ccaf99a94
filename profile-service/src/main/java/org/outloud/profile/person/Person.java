package org.outloud.profile.person;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.contracts.event.PersonErased;
import org.outloud.platform.security.Subjects;

/**
 * Somebody who works here. Every act returns the person as they are afterwards, at the same version; the version grows
 * when that is kept, and only if anything differs.
 *
 * @param subject the identity provider's, once the person signed in; never exchanged for another
 */
public record Person(
        PersonId id,
        long version,
        @Nullable String subject,
        Account account,
        Profile profile,
        NameSource nameSource,
        boolean active,
        Provisioning provisioning,
        Instant createdAt,
        Instant changedAt) {

    private static final String FORMER_COLLEAGUE = "Former colleague";

    /** Signed in before HR or an import told of them. */
    static Person arriving(SignIn signIn) {
        return unknown(
                signIn.subject(),
                Account.of(signIn.userName(), signIn.email()),
                Profile.named(signIn.shownName()),
                Provisioning.UNCLAIMED);
    }

    /** Told of by HR before they signed in. */
    public static Person provisioned(HrRecord record) {
        Account account = record.account();
        return unknown(null, account, Profile.named(account.userName()), Provisioning.PROVISIONED)
                .asHrSays(record);
    }

    /** Told of by an import. */
    public static Person imported(Account account) {
        return unknown(null, account, Profile.named(account.userName()), Provisioning.UNCLAIMED);
    }

    private static Person unknown(
            @Nullable String subject, Account account, Profile profile, Provisioning provisioning) {
        Instant now = now();
        return new Person(
                PersonId.next(), 1, subject, account, profile, NameSource.ACCOUNT, true, provisioning, now, now);
    }

    /** The first sign-in of somebody who was here before. */
    Person linkedTo(SignIn signIn) {
        return with(signIn.subject(), account, profile, nameSource, active, provisioning)
                .signedInAs(signIn);
    }

    /** The identity provider fills what nobody who knows better has set. */
    Person signedInAs(SignIn signIn) {
        boolean mayName = nameSource == NameSource.ACCOUNT && signIn.name() != null;
        boolean mayAddress = account.emails().isEmpty() || isNobodyElses();
        String email = signIn.email();
        return with(
                subject,
                mayAddress && email != null && !email.equals(account.email()) ? account.withEmail(email) : account,
                mayName ? profile.withDisplayName(signIn.shownName()) : profile,
                nameSource,
                active,
                provisioning);
    }

    /** Known from sign-ins alone: neither HR nor an import told of this person. */
    private boolean isNobodyElses() {
        return provisioning == Provisioning.UNCLAIMED && account.externalId() == null;
    }

    /** The person's own edit. */
    Person edited(Profile edited) {
        NameSource source = edited.displayName().equals(profile.displayName()) ? nameSource : NameSource.PERSON;
        return with(subject, account, edited, source, active, provisioning);
    }

    /** HR creates, moves, renames, deactivates or brings back. */
    public Person asHrSays(HrRecord record) {
        String name = record.displayName() == null ? profile.displayName() : record.displayName();
        NameSource source = name.equals(profile.displayName()) ? nameSource : NameSource.HR;
        return with(
                subject,
                record.account(),
                profile.withDisplayName(name).withPosition(record.department(), record.jobTitle(), record.timeZone()),
                source,
                Objects.requireNonNullElse(record.active(), active || provisioning == Provisioning.REMOVED),
                Provisioning.PROVISIONED);
    }

    /** Whether HR's creating this person means somebody who is here, rather than a second one of the same name. */
    public boolean mayBeClaimedAs(HrRecord record) {
        String theirs = record.account().externalId();
        return switch (provisioning) {
            case UNCLAIMED -> true;
            case REMOVED -> theirs == null || account.externalId() == null || theirs.equals(account.externalId());
            case PROVISIONED -> false;
        };
    }

    /** An import's line about this person. */
    public Person asImported(Account told, Profile described, boolean stillActive) {
        NameSource source = described.displayName().equals(profile.displayName()) ? nameSource : NameSource.HR;
        return with(subject, told, described, source, stillActive, provisioning);
    }

    /** HR deletes: out, and gone for SCIM. */
    public Person removed() {
        return with(subject, account, profile, nameSource, false, Provisioning.REMOVED);
    }

    /** Forgotten: a pseudonym that is nobody any more. The subject stays sealed, so that the door stays closed. */
    Person erased() {
        String pseudonym = "former-" + id.toString().substring(24);
        return with(
                subject == null ? null : Subjects.sealed(subject),
                Account.of(pseudonym, null),
                Profile.named(FORMER_COLLEAGUE),
                NameSource.HR,
                false,
                Provisioning.REMOVED);
    }

    private Person with(
            @Nullable String newSubject,
            Account newAccount,
            Profile newProfile,
            NameSource source,
            boolean nowActive,
            Provisioning nowProvisioned) {
        return new Person(
                id,
                version,
                newSubject,
                newAccount,
                newProfile,
                source,
                nowActive,
                nowProvisioned,
                createdAt,
                changedAt);
    }

    /** This person as the next version. */
    Person next() {
        return new Person(
                id, version + 1, subject, account, profile, nameSource, active, provisioning, createdAt, now());
    }

    /** What others are told. */
    PersonChanged toEvent() {
        return new PersonChanged(
                id,
                version,
                subject,
                account.userName(),
                profile.displayName(),
                profile.avatar(),
                profile.visibility().isOpen(ProfileField.HEADLINE) ? profile.headline() : null,
                profile.department(),
                active,
                account.employment(),
                account.contact(profile.timeZone()),
                changedAt);
    }

    /** What others are told when nothing is left to tell. */
    PersonErased toErasure(UUID erasure) {
        return new PersonErased(id, version, subject, account.userName(), profile.displayName(), erasure, changedAt);
    }

    /** As precise as the database keeps it. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
