package org.outloud.profile.history;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.platform.imports.LineOutcome;
import org.outloud.platform.imports.LineRejected;
import org.outloud.profile.person.Account;
import org.outloud.profile.person.Folded;
import org.outloud.profile.person.Person;

/** The people that a batch of lines is about, as they become line by line, before anything is written. */
final class Batch {

    private final Map<PersonId, Person> before = new HashMap<>();
    private final Map<PersonId, Person> now = new LinkedHashMap<>();
    private final Map<String, PersonId> byUserKey = new HashMap<>();
    private final Map<String, PersonId> byEmailKey = new HashMap<>();
    private final Map<String, PersonId> byExternalId = new HashMap<>();

    Batch(List<Person> held) {
        held.forEach(person -> {
            before.put(person.id(), person);
            keep(person);
        });
    }

    /** Lets one line have its effect; a {@link LineRejected} when a name in it belongs to somebody else. */
    Step take(PersonLine line) {
        PersonId id = byUserKey.get(line.userKey());
        Person known = id == null ? null : now.get(id);
        if (known == null) {
            Person newcomer = line.newcomer();
            keepIfFree(newcomer, line);
            return new Step(newcomer.id(), LineOutcome.created());
        }
        Person changed = line.applyTo(known);
        keepIfFree(changed, line);
        return Step.settled(changed.equals(known) ? LineOutcome.unchanged() : LineOutcome.updated());
    }

    /** Who is not in the database yet. */
    List<Person> added() {
        return now.values().stream()
                .filter(person -> !before.containsKey(person.id()))
                .toList();
    }

    /** Who is, but differently. */
    List<Person> changed() {
        return now.values().stream()
                .filter(person -> {
                    Person then = before.get(person.id());
                    return then != null && !then.equals(person);
                })
                .toList();
    }

    private void keepIfFree(Person person, PersonLine line) {
        refuseTaken("email", byEmailKey, line.emailKey(), person);
        refuseTaken("externalId", byExternalId, line.externalId(), person);
        keep(person);
    }

    private static void refuseTaken(String field, Map<String, PersonId> names, @Nullable String name, Person person) {
        PersonId owner = name == null ? null : names.get(name);
        if (owner != null && !owner.equals(person.id())) {
            throw new LineRejected(field, "taken", "Somebody else has this already.");
        }
    }

    private void keep(Person person) {
        Account account = person.account();
        now.put(person.id(), person);
        byUserKey.put(Folded.of(account.userName()), person.id());
        if (account.email() != null) {
            byEmailKey.put(Folded.of(account.email()), person.id());
        }
        if (account.externalId() != null) {
            byExternalId.put(account.externalId(), person.id());
        }
    }

    /**
     * What a line came to.
     *
     * @param newcomer who has to be added for it, null when nobody
     */
    record Step(@Nullable PersonId newcomer, LineOutcome outcome) {

        static Step settled(LineOutcome outcome) {
            return new Step(null, outcome);
        }

        /** The outcome; a newcomer whom a sign-in or SCIM added in the meantime is looked at again. */
        LineOutcome outcome(Set<PersonId> added) {
            return newcomer == null || added.contains(newcomer) ? outcome : LineOutcome.deferred("userName");
        }
    }
}
