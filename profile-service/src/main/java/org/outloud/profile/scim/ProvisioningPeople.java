package org.outloud.profile.scim;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.outloud.contracts.PersonId;
import org.outloud.platform.edit.IfMatch;
import org.outloud.profile.group.KeepingGroups;
import org.outloud.profile.person.Account;
import org.outloud.profile.person.Folded;
import org.outloud.profile.person.HrRecord;
import org.outloud.profile.person.KeepingPeople;
import org.outloud.profile.person.People;
import org.outloud.profile.person.Person;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** What HR's system does to people: creates, changes and removes them. */
@Service
class ProvisioningPeople {

    private static final int ATTEMPTS = 5;

    private final ScimUsers users;
    private final People people;
    private final KeepingPeople keeping;
    private final KeepingGroups groups;
    private final TransactionalOperator transaction;

    ProvisioningPeople(
            ScimUsers users,
            People people,
            KeepingPeople keeping,
            KeepingGroups groups,
            TransactionalOperator transaction) {
        this.users = users;
        this.people = people;
        this.keeping = keeping;
        this.groups = groups;
        this.transaction = transaction;
    }

    /** Creates a person, or takes over the one who was here before HR told of them. */
    Mono<Person> create(HrRecord record) {
        return Mono.defer(() -> add(record).switchIfEmpty(Mono.defer(() -> claim(record))))
                .as(transaction::transactional)
                .switchIfEmpty(Mono.error(LostRace::new))
                .retryWhen(Retry.max(ATTEMPTS)
                        .filter(LostRace.class::isInstance)
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure()))
                .onErrorMap(LostRace.class, e -> taken())
                .onErrorMap(DuplicateKeyException.class, e -> taken());
    }

    private Mono<Person> add(HrRecord record) {
        Person person = Person.provisioned(record);
        return keeping.add(List.of(person))
                .filter(added -> added.contains(person.id()))
                .map(added -> person);
    }

    /** Empty when whoever was in the way is gone again. */
    private Mono<Person> claim(HrRecord record) {
        Account account = record.account();
        return people.holdNamed(
                        List.of(Folded.of(account.userName())),
                        Stream.ofNullable(account.email()).map(Folded::of).toList(),
                        Stream.ofNullable(account.externalId()).toList())
                .collectList()
                .filter(found -> !found.isEmpty())
                .flatMap(found -> {
                    Person person = found.get(0);
                    return found.size() == 1 && person.mayBeClaimedAs(record)
                            ? keeping.change(person, person.asHrSays(record))
                            : Mono.error(taken());
                });
    }

    /** Changes a person; writes nothing when nothing differs. */
    Mono<Person> change(PersonId id, IfMatch ifMatch, Function<Person, Mono<HrRecord>> change) {
        return users.hold(id)
                .doOnNext(person -> ifMatch.require(person.version()))
                .flatMap(person ->
                        change.apply(person).flatMap(record -> keeping.change(person, person.asHrSays(record))))
                .as(transaction::transactional)
                .onErrorMap(DuplicateKeyException.class, e -> taken());
    }

    /** Deactivates a person and forgets them for SCIM: they leave every group, too. */
    Mono<Void> remove(PersonId id, IfMatch ifMatch) {
        return users.hold(id)
                .doOnNext(person -> ifMatch.require(person.version()))
                .flatMap(person -> keeping.change(person, person.removed()))
                .flatMap(person -> groups.leaveAll(person.id()))
                .as(transaction::transactional)
                .then();
    }

    private static ResourceConflictException taken() {
        return new ResourceConflictException(
                "Somebody has this userName, externalId or primary e-mail address already.",
                BadRequestException.UNIQUENESS,
                null);
    }

    private static final class LostRace extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LostRace() {
            super("Whoever was in the way is gone", null, false, false);
        }
    }
}
