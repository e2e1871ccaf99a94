package org.outloud.community.membership;

import java.util.List;
import org.outloud.community.person.People;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Conflicting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** What stewards do with others' memberships. */
@Service
class GivingRoles {

    private final Memberships memberships;
    private final ChangingMemberships changing;
    private final People people;

    GivingRoles(Memberships memberships, ChangingMemberships changing, People people) {
        this.memberships = memberships;
        this.changing = changing;
        this.people = people;
    }

    /** Lets a person in, or moves them to another role. */
    @Transactional
    public Mono<Membership> give(CommunityId community, PersonId caller, PersonId person, Role role) {
        return changing.begin(community, caller, List.of(person))
                .doOnNext(MembershipPolicy::mayGiveRoles)
                .then(Mono.defer(() -> people.standing(person, caller)))
                .switchIfEmpty(Mono.error(Absent::new))
                .filter(active -> active)
                .switchIfEmpty(Mono.error(() -> new Conflicting("member-deactivated")))
                .then(Mono.defer(() -> memberships.find(community, person)))
                .flatMap(now -> changing.change(now, now.taking(role, ChangingMemberships.now())));
    }

    /** Takes a person out, or declines what they ask. */
    @Transactional
    public Mono<Membership> remove(CommunityId community, PersonId caller, PersonId person) {
        return changing.begin(community, caller, List.of(person))
                .doOnNext(MembershipPolicy::mayRemove)
                .then(Mono.defer(() -> people.standing(person, caller)))
                .switchIfEmpty(Mono.error(Absent::new))
                .then(Mono.defer(() -> memberships.find(community, person)))
                .filter(now -> now.role() != null || now.asked())
                .switchIfEmpty(Mono.error(Absent::new))
                .flatMap(now -> changing.change(now, now.leaving()));
    }
}
