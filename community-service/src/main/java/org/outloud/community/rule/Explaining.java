package org.outloud.community.rule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.outloud.community.membership.Reason;
import org.outloud.community.membership.Reasons;
import org.outloud.community.membership.Standing;
import org.outloud.contracts.PersonId;
import org.outloud.platform.security.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells the keepers of a rule why somebody is in by it, and everybody why they are themselves. */
@Component
class Explaining implements Reasons {

    private final MembershipRules rules;

    Explaining(MembershipRules rules) {
        this.rules = rules;
    }

    @Override
    public Mono<Map<PersonId, List<Reason>>> of(Standing standing, Caller caller, Collection<PersonId> ruled) {
        List<PersonId> told = ruled.stream()
                .filter(person -> person.equals(caller.id()) || RulePolicy.isKeeper(caller, standing))
                .toList();
        return told.isEmpty() ? Mono.just(Map.of()) : rules.why(standing.community(), told, caller.id());
    }
}
