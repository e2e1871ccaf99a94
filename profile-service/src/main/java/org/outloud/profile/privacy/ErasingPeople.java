package org.outloud.profile.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.ErasureConfirmed;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.outloud.profile.audit.Act;
import org.outloud.profile.audit.Audit;
import org.outloud.profile.person.Folded;
import org.outloud.profile.person.KeepingPeople;
import org.outloud.profile.person.People;
import org.outloud.profile.person.Person;
import org.outloud.profile.person.PersonalData;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Forgetting a person for good. Here it is done when the request is answered; the other services follow with the event,
 * and their confirmations make the receipt complete.
 */
@Service
class ErasingPeople {

    private final People people;
    private final KeepingPeople keeping;
    private final List<PersonalData> kept;
    private final Erasures erasures;
    private final Audit audit;

    ErasingPeople(People people, KeepingPeople keeping, List<PersonalData> kept, Erasures erasures, Audit audit) {
        this.people = people;
        this.keeping = keeping;
        this.kept = kept;
        this.erasures = erasures;
        this.audit = audit;
    }

    /**
     * Erases a person, once: asking again answers the same receipt.
     *
     * @param userName the person's, repeated, so that nobody is erased by a slip
     */
    @Transactional
    public Mono<UUID> erase(Caller caller, PersonId id, String userName) {
        return people.hold(id)
                .switchIfEmpty(Mono.error(Absent::new))
                .flatMap(person -> erasures.of(id).switchIfEmpty(Mono.defer(() -> erase(caller, person, userName))));
    }

    private Mono<UUID> erase(Caller caller, Person person, String userName) {
        if (!Folded.of(person.account().userName()).equals(Folded.of(userName))) {
            return Mono.error(Invalid.field("userName", "mismatch", "This is not the person's user name."));
        }
        UUID erasure = UUID.randomUUID();
        PersonId id = person.id();
        return erasures.begin(erasure, id, caller.id())
                .then(keeping.erase(person, erasure))
                .then(Flux.fromIterable(kept)
                        .concatMap(part -> part.erase(person))
                        .then())
                .then(erasures.forgetAnswers(id))
                .then(erasures.confirm(new ErasureConfirmed(erasure, id, Erasures.SERVICES.get(0), Instant.now())))
                .then(audit.record(caller, Act.ERASURE_REQUESTED, id))
                .thenReturn(erasure);
    }
}
