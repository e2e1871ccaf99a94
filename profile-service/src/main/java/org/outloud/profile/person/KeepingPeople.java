package org.outloud.profile.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.outloud.contracts.PersonId;
import org.outloud.platform.outbox.Outbox;
import org.outloud.profile.audit.Act;
import org.outloud.profile.audit.Audit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps changes of people together with the events that tell of them. Call it inside a transaction. */
@Component
public class KeepingPeople {

    private final People people;
    private final Outbox outbox;
    private final Audit audit;

    KeepingPeople(People people, Outbox outbox, Audit audit) {
        this.people = people;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Adds people; the answer names those who were added, and leaves out whom somebody else has added. */
    public Mono<Set<PersonId>> add(List<Person> newcomers) {
        if (newcomers.isEmpty()) {
            return Mono.just(Set.of());
        }
        return people.add(newcomers)
                .collect(Collectors.toSet())
                .flatMap(added -> tell(newcomers.stream()
                                .filter(person -> added.contains(person.id()))
                                .toList())
                        .then(Flux.fromIterable(added)
                                .concatMap(id -> audit.recordTechnical(Act.PERSON_CREATED, id, List.of()))
                                .then())
                        .thenReturn(added));
    }

    /** Keeps one changed person; does nothing when nothing changed. */
    public Mono<Person> change(Person before, Person after) {
        if (after.equals(before)) {
            return Mono.just(before);
        }
        Person next = after.next();
        return change(List.of(next))
                .then(audit.recordTechnical(Act.PERSON_CHANGED, next.id(), PersonRow.namesOfChanges(before, next)))
                .thenReturn(next);
    }

    /** Keeps nothing of a person but a pseudonym, and tells everybody to do the same. */
    public Mono<Person> erase(Person person, UUID erasure) {
        Person next = person.erased().next();
        return people.save(List.of(next))
                .then(Mono.defer(() -> outbox.append(next.toErasure(erasure))))
                .thenReturn(next);
    }

    /** Keeps people who each differ from how they were held. */
    public Mono<Void> changeAll(List<Person> changed) {
        return change(changed.stream().map(Person::next).toList());
    }

    private Mono<Void> change(List<Person> next) {
        return next.isEmpty() ? Mono.empty() : people.save(next).then(tell(next));
    }

    private Mono<Void> tell(List<Person> kept) {
        return Mono.defer(() ->
                outbox.append(new ArrayList<>(kept.stream().map(Person::toEvent).toList())));
    }
}
