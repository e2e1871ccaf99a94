package org.outloud.profile.person;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.outloud.platform.problem.Forbidden;
import org.outloud.platform.security.KnownPerson;
import org.outloud.platform.security.Subjects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Finds the person behind a sign-in, and at first sight links or makes them. Any number of first sign-ins and HR's creation
 * may race: the unique names decide who was first, and everybody else looks again.
 */
@Service
class ArrivingPeople implements Subjects {

    private static final Duration MEMORY = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 5;

    private final People people;
    private final KeepingPeople keeping;
    private final TransactionalOperator transaction;
    private final AsyncCache<String, KnownPerson> known =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(MEMORY).buildAsync();

    ArrivingPeople(People people, KeepingPeople keeping, TransactionalOperator transaction) {
        this.people = people;
        this.keeping = keeping;
        this.transaction = transaction;
    }

    @Override
    public Mono<KnownPerson> personOf(Jwt token) {
        SignIn signIn = SignIn.of(token);
        return Mono.fromFuture(
                () -> known.get(
                        signIn.subject(),
                        (subject, executor) -> arrive(signIn)
                                .map(person -> new KnownPerson(person.id(), person.active()))
                                .toFuture()),
                true);
    }

    Mono<Person> arrive(SignIn signIn) {
        return people.signedInWith(signIn.subject())
                .flatMap(person -> refresh(person, signIn))
                .switchIfEmpty(Mono.defer(() -> linkOrAdd(signIn)).as(transaction::transactional))
                .switchIfEmpty(Mono.defer(() -> people.signedInWith(signIn.subject())))
                .switchIfEmpty(Mono.error(LostRace::new))
                .retryWhen(Retry.max(ATTEMPTS)
                        .filter(thrown -> thrown instanceof LostRace || thrown instanceof DuplicateKeyException)
                        .onRetryExhaustedThrow((spec, signal) -> new Forbidden("linked-elsewhere")));
    }

    private Mono<Person> refresh(Person person, SignIn signIn) {
        if (person.signedInAs(signIn).equals(person)) {
            return Mono.just(person);
        }
        return people.hold(person.id())
                .flatMap(held -> keeping.change(held, held.signedInAs(signIn)))
                .as(transaction::transactional)
                .onErrorReturn(DuplicateKeyException.class, person);
    }

    /** Decides on one look at who has the names, so that nobody who comes in between is overlooked. */
    private Mono<Person> linkOrAdd(SignIn signIn) {
        return candidates(signIn)
                .flatMap(candidates -> linkable(candidates, signIn)
                        .map(person -> link(person, candidates, signIn))
                        .orElseGet(() -> add(candidates, signIn)));
    }

    /** The user name tells more than the address. Nobody who signed in with another subject is ever linked. */
    private static Optional<Person> linkable(List<Person> candidates, SignIn signIn) {
        return candidates.stream()
                .filter(person -> person.subject() == null)
                .min(Comparator.comparing(person -> !isNamed(person, signIn)));
    }

    private Mono<Person> link(Person person, List<Person> candidates, SignIn signIn) {
        boolean theirs = !isAddressOfAnother(candidates, person, signIn);
        return keeping.change(person, person.linkedTo(theirs ? signIn : signIn.withoutEmail()));
    }

    private Mono<Person> add(List<Person> candidates, SignIn signIn) {
        return people.signedInWith(Subjects.sealed(signIn.subject()))
                .flatMap(erased -> Mono.<Person>error(new Forbidden("person-deactivated")))
                .switchIfEmpty(Mono.defer(() -> {
                    Person person = Person.arriving(candidates.isEmpty() ? signIn : signIn.withoutEmail());
                    return keeping.add(List.of(person))
                            .filter(added -> added.contains(person.id()))
                            .map(added -> person);
                }));
    }

    /** Everybody who has the user name or the address. */
    private Mono<List<Person>> candidates(SignIn signIn) {
        List<String> emails = signIn.email() == null ? List.of() : List.of(Folded.of(signIn.email()));
        return people.holdNamed(List.of(Folded.of(signIn.userName())), emails, List.of())
                .collectList();
    }

    private static boolean isNamed(Person person, SignIn signIn) {
        return Folded.of(person.account().userName()).equals(Folded.of(signIn.userName()));
    }

    private static boolean isAddressOfAnother(List<Person> candidates, Person chosen, SignIn signIn) {
        return candidates.stream()
                .filter(person -> !person.id().equals(chosen.id()))
                .map(person -> person.account().email())
                .anyMatch(email -> email != null
                        && signIn.email() != null
                        && Folded.of(email).equals(Folded.of(signIn.email())));
    }

    private static final class LostRace extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LostRace() {
            super("Somebody else was added first", null, false, false);
        }
    }
}
