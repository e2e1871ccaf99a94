package org.outloud.profile.person;

import org.jspecify.annotations.Nullable;
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
    private final Vocabulary vocabulary;

    EditingProfiles(People people, KeepingPeople keeping, Vocabulary vocabulary) {
        this.people = people;
        this.keeping = keeping;
        this.vocabulary = vocabulary;
    }

    /** Applies the edit to the version that was read, or refuses it. */
    @Transactional
    public Mono<Void> edit(Caller caller, PersonId id, IfMatch ifMatch, ObjectNode edit) {
        return people.hold(id)
                .switchIfEmpty(Mono.error(Absent::new))
                .flatMap(person -> {
                    ProfilePolicy.mayEdit(caller, person);
                    ifMatch.require(person.version());
                    return vocabulary
                            .agree(ProfileEdit.apply(person.profile(), edit))
                            .flatMap(profile -> keeping.change(person, person.edited(profile)));
                })
                .then();
    }

    /** Shows another picture, or none. Call it inside a transaction. */
    public Mono<Void> picture(Caller caller, PersonId id, @Nullable String avatar) {
        return people.hold(id)
                .switchIfEmpty(Mono.error(Absent::new))
                .flatMap(person -> {
                    ProfilePolicy.mayEdit(caller, person);
                    return keeping.change(person, person.edited(person.profile().withAvatar(avatar)));
                })
                .then();
    }
}
