package org.outloud.community.rule;

import java.util.List;
import org.outloud.community.membership.Memberships;
import org.outloud.community.membership.Standing;
import org.outloud.contracts.CommunityId;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.security.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** What the keepers of a rule do: read it, try one out, set it, take it back. People are moved soon after. */
@Service
class KeepingRules {

    private static final int SAMPLE = 20;
    private static final int MOST_CHOICES = 50;

    private final MembershipRules rules;
    private final Memberships memberships;

    KeepingRules(MembershipRules rules, Memberships memberships) {
        this.rules = rules;
        this.memberships = memberships;
    }

    Mono<RuleView> find(Caller caller, CommunityId community) {
        return standing(caller, community)
                .doOnNext(standing -> RulePolicy.mayKeep(caller, standing))
                .then(Mono.defer(() -> rules.view(community, caller.id())));
    }

    /** What a rule would do, without doing it. */
    Mono<Preview> preview(Caller caller, CommunityId community, Rule rule) {
        return standing(caller, community)
                .doOnNext(standing -> RulePolicy.mayKeep(caller, standing))
                .map(standing -> rule.conditions().isEmpty() ? Rule.NONE : rule.checked())
                .flatMap(checked -> rules.preview(community, checked, caller.id(), SAMPLE));
    }

    Mono<List<Choice>> choices(Caller caller, CommunityId community, Attribute attribute, String q) {
        return standing(caller, community)
                .doOnNext(standing -> RulePolicy.mayKeep(caller, standing))
                .then(Mono.defer(() -> rules.choices(attribute, q, caller.id(), MOST_CHOICES)));
    }

    /** Sets the rule, if it is still the one that was read. */
    @Transactional
    public Mono<Void> set(Caller caller, CommunityId community, IfMatch ifMatch, Rule rule) {
        return begin(caller, community, ifMatch)
                .map(now -> rule.checked())
                .flatMap(checked -> rules.known(checked, caller.id())
                        .doOnNext(checked::requireKnown)
                        .then(Mono.defer(() -> rules.save(community, checked))));
    }

    /** Takes the rule back: who is in by it alone goes, or stays as if they had come by hand. */
    @Transactional
    public Mono<Void> remove(Caller caller, CommunityId community, IfMatch ifMatch, boolean stay) {
        return begin(caller, community, ifMatch)
                .filter(now -> !now.conditions().isEmpty())
                .flatMap(now -> (stay ? memberships.keepThoseByRule(community) : Mono.<Void>empty())
                        .then(Mono.defer(() -> rules.save(community, Rule.NONE))));
    }

    private Mono<RuleView> begin(Caller caller, CommunityId community, IfMatch ifMatch) {
        return memberships
                .hold(List.of(community))
                .then(Mono.defer(() -> standing(caller, community)))
                .doOnNext(standing -> RulePolicy.mayChange(caller, standing))
                .then(Mono.defer(() -> rules.view(community, caller.id())))
                .doOnNext(now -> ifMatch.require(now.version()));
    }

    private Mono<Standing> standing(Caller caller, CommunityId community) {
        return memberships.standing(community, caller.id()).switchIfEmpty(Mono.error(Absent::new));
    }
}
