package org.outloud.community.membership;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.community.person.People;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Conflicting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Asking people in, and their saying no. They say yes by joining. */
@Service
class InvitingPeople {

    /** So many of one person wait for an answer in one community. */
    private static final int MOST = 100;

    /** So long nobody is asked again who has declined. */
    private static final Duration REST = Duration.ofDays(30);

    private final Invitations invitations;
    private final Memberships memberships;
    private final ChangingMemberships changing;
    private final People people;

    InvitingPeople(Invitations invitations, Memberships memberships, ChangingMemberships changing, People people) {
        this.invitations = invitations;
        this.memberships = memberships;
        this.changing = changing;
        this.people = people;
    }

    /** Asks somebody in. Who waits to be let in already, and is asked in by a steward, is in. */
    @Transactional
    public Mono<Void> invite(
            CommunityId community, PersonId caller, PersonId person, Role role, @Nullable String note) {
        return changing.begin(community, caller, List.of(person))
                .doOnNext(MembershipPolicy::mayInvite)
                .flatMap(standing -> people.standing(person, caller)
                        .switchIfEmpty(Mono.error(Absent::new))
                        .filter(active -> active)
                        .switchIfEmpty(Mono.error(() -> new Conflicting("member-deactivated")))
                        .then(Mono.defer(() -> memberships.find(community, person)))
                        .flatMap(now -> invite(standing, now, caller, role, note)));
    }

    private Mono<Void> invite(Standing standing, Membership now, PersonId caller, Role role, @Nullable String note) {
        if (now.role() != null && now.role().covers(role)) {
            throw new Conflicting("already-there");
        }
        Instant at = ChangingMemberships.now();
        if (now.asked() && standing.steward()) {
            return changing.change(now, now.taking(role, at)).then();
        }
        return requireFew(standing.community(), caller)
                .then(Mono.defer(() -> invitations.invite(now, role, caller, note, REST, at)))
                .filter(invited -> invited)
                .switchIfEmpty(Mono.error(() -> new Conflicting("invitation-declined", REST.toDays())))
                .then();
    }

    /** Takes an invitation back, or, as the one who was asked, says no. */
    @Transactional
    public Mono<Void> end(CommunityId community, PersonId caller, PersonId person) {
        return changing.begin(community, caller, List.of())
                .flatMap(standing -> caller.equals(person)
                        ? invitations.decline(community, person, ChangingMemberships.now())
                        : invitations.withdraw(community, person, caller, MembershipPolicy.seesInvitations(standing)))
                .filter(ended -> ended)
                .switchIfEmpty(Mono.error(Absent::new))
                .then();
    }

    private Mono<Void> requireFew(CommunityId community, PersonId caller) {
        return invitations
                .waiting(community, caller)
                .filter(waiting -> waiting < MOST)
                .switchIfEmpty(Mono.error(() -> new Conflicting("too-many-invitations", MOST)))
                .then();
    }
}
