package org.outloud.community.history;

import java.util.List;
import org.outloud.community.membership.Membership;
import org.outloud.community.membership.Memberships;
import org.outloud.contracts.CommunityId;
import org.outloud.platform.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes what a batch changed, a statement for each kind of row, with the events that tell of it. */
@Component
class WritingShelves {

    private final ImportedCommunities communities;
    private final Memberships memberships;
    private final Outbox outbox;

    WritingShelves(ImportedCommunities communities, Memberships memberships, Outbox outbox) {
        this.communities = communities;
        this.memberships = memberships;
        this.outbox = outbox;
    }

    Mono<Void> write(Shelf shelf) {
        List<Membership> changed = shelf.changedMemberships();
        List<CommunityId> counted =
                changed.stream().map(Membership::community).distinct().toList();
        return communities
                .save(shelf.changedCommunities())
                .then(memberships.save(changed))
                .then(counted.isEmpty() ? Mono.empty() : memberships.recount(counted))
                .then(outbox.append(shelf.events()));
    }
}
