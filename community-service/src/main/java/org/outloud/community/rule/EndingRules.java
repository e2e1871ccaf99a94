package org.outloud.community.rule;

import org.outloud.community.membership.Memberships;
import org.outloud.contracts.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The end of a community is the end of its rule. */
@Component
public class EndingRules {

    private final MembershipRules rules;
    private final Memberships memberships;

    EndingRules(MembershipRules rules, Memberships memberships) {
        this.rules = rules;
        this.memberships = memberships;
    }

    /** Whom the rule brought stays as if they had come by hand. Joins the caller's transaction; the community is held. */
    public Mono<Void> end(CommunityId community) {
        return memberships.keepThoseByRule(community).then(rules.save(community, Rule.NONE));
    }
}
