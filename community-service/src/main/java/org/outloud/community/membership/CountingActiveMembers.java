package org.outloud.community.membership;

import org.outloud.community.person.ComingAndGoing;
import org.outloud.contracts.PersonId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who ceased to work here no longer counts, and counts again when they come back. */
@Component
class CountingActiveMembers implements ComingAndGoing {

    private final Memberships memberships;

    CountingActiveMembers(Memberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public Mono<Void> changed(PersonId person) {
        return memberships
                .communitiesOf(person)
                .flatMap(communities -> memberships.hold(communities).then(memberships.recount(communities)));
    }
}
