package org.outloud.profile.person;

import org.outloud.contracts.PersonId;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.security.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Editing one's own profile. */
@Service
public class EditingProfiles {

    private final People people;
    private final KeepingPeople keeping;

    EditingProfiles(People people, KeepingPeople keeping) {
        this.people = people;
        this.keeping = keeping;
    }

    /** Applies the edit to the version that was read, or refuses it. */
    @Transactional
    public Mono<Void> edit(Caller caller, PersonId id, IfMatch ifMatch, ObjectNode edit) {
        return people.hold(id)
                .switchIfEmpty(Mono.error(Absent::new))
                .flatMap(person -> {
                    ProfilePolicy.mayEdit(caller, person);
                    ifMatch.require(person.version());
                    return keeping.change(person, person.edited(ProfileEdit.apply(person.profile(), edit)));
                })
                .then();
    }
}
