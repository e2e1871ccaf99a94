package org.outloud.community.membership;

import java.util.List;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** One's own coming and going. */
@Service
class JoiningCommunities {

    private final Memberships memberships;
    private final ChangingMemberships changing;

    JoiningCommunities(Memberships memberships, ChangingMemberships changing) {
        this.memberships = memberships;
        this.changing = changing;
    }

    /** Takes a role where the door is open, else asks for it. Who helps to run the community goes on doing so. */
    @Transactional
    public Mono<Membership> join(CommunityId community, PersonId person, Role wanted) {
        return changing.begin(community, person, List.of(person))
                .doOnNext(MembershipPolicy::mayJoin)
                .flatMap(standing -> memberships
                        .find(community, person)
                        .flatMap(now -> changing.change(now, next(standing, now, wanted))));
    }

    private static Membership next(Standing standing, Membership now, Role wanted) {
        if (now.role() != null && now.role().covers(Role.FACILITATOR)) {
            return now;
        }
        return standing.mayTake(wanted)
                ? now.taking(wanted, ChangingMemberships.now())
                : now.asking(wanted, ChangingMemberships.now());
    }

    /** Leaves, or withdraws the wish to come in. */
    @Transactional
    public Mono<Membership> leave(CommunityId community, PersonId person) {
        return changing.begin(community, person, List.of(person))
                .then(Mono.defer(() -> memberships.find(community, person)))
                .flatMap(now -> changing.change(now, now.leaving()));
    }
}
