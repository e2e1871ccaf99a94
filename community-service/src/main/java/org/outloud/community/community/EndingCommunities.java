package org.outloud.community.community;

import java.time.Instant;
import org.outloud.community.inventory.Inventory;
import org.outloud.community.membership.ChangingMemberships;
import org.outloud.contracts.CommunityId;
import org.outloud.platform.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The end of a community: readable for ever, changed no more. Joins the caller's transaction; the community is held. */
@Component
public class EndingCommunities {

    private final Communities communities;
    private final ChangingMemberships changing;
    private final Inventory inventory;
    private final Outbox outbox;

    EndingCommunities(Communities communities, ChangingMemberships changing, Inventory inventory, Outbox outbox) {
        this.communities = communities;
        this.changing = changing;
        this.inventory = inventory;
        this.outbox = outbox;
    }

    /** Archives it, once: nobody waits before it any more, and its entry in the inventory is closed. */
    public Mono<Void> archive(CommunityId id, Instant at) {
        return communities
                .find(id)
                .filter(now -> now.archivedAt() == null)
                .map(now -> now.archived(at))
                .flatMap(archived -> communities
                        .save(archived)
                        .then(inventory.close(id))
                        .then(changing.dropAsking(id))
                        .then(outbox.append(archived.toEvent(at))));
    }
}
