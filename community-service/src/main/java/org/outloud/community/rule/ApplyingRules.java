package org.outloud.community.rule;

import java.util.List;
import org.outloud.community.membership.ChangingMemberships;
import org.outloud.community.membership.Memberships;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Moves people as rules say, some at a time: what is killed half-way goes on where it was. */
@Service
class ApplyingRules {

    private static final int MOVES = 10_000;
    private static final int PEOPLE = 1_000;

    private final MembershipRules rules;
    private final Movements movements;
    private final Memberships memberships;
    private final ChangingMemberships changing;

    ApplyingRules(MembershipRules rules, Movements movements, Memberships memberships, ChangingMemberships changing) {
        this.rules = rules;
        this.movements = movements;
        this.memberships = memberships;
        this.changing = changing;
    }

    /** One round; false when nothing was due, or somebody else is at it. */
    @Transactional
    public Mono<Boolean> round() {
        return movements
                .lead()
                .filter(leads -> leads)
                .flatMap(leads -> rules.due()
                        .flatMap(this::apply)
                        .switchIfEmpty(Mono.defer(() -> movements.take(PEOPLE).flatMap(this::applyTo))))
                .defaultIfEmpty(false);
    }

    /** Holds the community first, as whoever changes its rule does: the rule stays as it is until this has ended. */
    private Mono<Boolean> apply(CommunityId community) {
        return memberships
                .hold(List.of(community))
                .then(Mono.defer(() -> movements.of(community, MOVES)))
                .flatMap(moves -> changing.moveByRule(moves)
                        .then(Mono.defer(() -> moves.size() < MOVES ? rules.settle(community) : Mono.empty())))
                .thenReturn(true);
    }

    private Mono<Boolean> applyTo(List<Movements.Moved> moved) {
        if (moved.isEmpty()) {
            return Mono.just(false);
        }
        List<PersonId> people = moved.stream().map(Movements.Moved::person).toList();
        List<PersonId> managers = moved.stream()
                .filter(Movements.Moved::below)
                .map(Movements.Moved::person)
                .toList();
        return movements
                .noteBelow(managers)
                .then(Mono.defer(() -> movements.of(people)))
                .flatMap(changing::moveByRule)
                .thenReturn(true);
    }
}
