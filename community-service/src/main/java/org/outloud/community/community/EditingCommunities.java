package org.outloud.community.community;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.outloud.community.edit.MergePatch;
import org.outloud.community.inventory.Inventory;
import org.outloud.community.membership.ChangingMemberships;
import org.outloud.community.membership.Memberships;
import org.outloud.community.membership.Standing;
import org.outloud.community.membership.Visibility;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Editing and archiving: the community is held, asked about its rules, kept, and the event stands in the outbox. */
@Service
class EditingCommunities {

    private final Communities communities;
    private final Memberships memberships;
    private final ChangingMemberships changing;
    private final EndingCommunities ending;
    private final Inventory inventory;
    private final MergePatch mergePatch;
    private final Outbox outbox;

    EditingCommunities(
            Communities communities,
            Memberships memberships,
            ChangingMemberships changing,
            EndingCommunities ending,
            Inventory inventory,
            MergePatch mergePatch,
            Outbox outbox) {
        this.communities = communities;
        this.memberships = memberships;
        this.changing = changing;
        this.ending = ending;
        this.inventory = inventory;
        this.mergePatch = mergePatch;
        this.outbox = outbox;
    }

    /** Changes what is sent, if the version is the one that was read. */
    @Transactional
    public Mono<Void> edit(Caller caller, CommunityId id, IfMatch ifMatch, ObjectNode patch) {
        return begin(caller, id)
                .doOnNext(CommunityPolicy::mayEdit)
                .then(Mono.defer(() -> communities.find(id)))
                .doOnNext(now -> ifMatch.require(now.version()))
                .flatMap(now ->
                        keep(now, now.edited(mergePatch.apply(now.details(), patch, Details.class)), caller.id()));
    }

    /** Closes a community for good; what was said there stays. */
    @Transactional
    public Mono<Void> archive(Caller caller, CommunityId id) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return begin(caller, id)
                .doOnNext(standing -> CommunityPolicy.mayArchive(caller, standing))
                .then(Mono.defer(() -> ending.archive(id, at)));
    }

    private Mono<Standing> begin(Caller caller, CommunityId id) {
        return memberships
                .hold(List.of(id))
                .then(Mono.defer(() -> memberships.standing(id, caller.id())))
                .switchIfEmpty(Mono.error(Absent::new));
    }

    private Mono<Void> keep(Community before, Community after, PersonId editor) {
        if (after.version() == before.version()) {
            return Mono.empty();
        }
        Details details = after.details();
        return requireParent(before, after, editor)
                .then(Mono.defer(() -> communities.save(after)))
                .then(Mono.defer(() -> inventory.follow(after.id(), details.name(), details.domain())))
                .then(Mono.defer(() -> outbox.append(after.toEvent(Instant.now()))))
                .then(Mono.defer(() -> settleAsks(before, after)));
    }

    private Mono<Void> requireParent(Community before, Community after, PersonId editor) {
        CommunityId parent = after.details().parentId();
        if (parent == null || Objects.equals(parent, before.details().parentId())) {
            return Mono.empty();
        }
        return communities
                .mayBePartOf(parent, after.id(), editor)
                .filter(may -> may)
                .switchIfEmpty(Mono.error(() -> Invalid.field(
                        "parentId", "unknown-value", "There is no such community that this could be part of.")))
                .then();
    }

    /** Through an open door those who wait come in; before a hidden one nobody waits. */
    private Mono<Void> settleAsks(Community before, Community after) {
        Visibility now = after.details().visibility();
        if (now == before.details().visibility() || now == Visibility.CLOSED) {
            return Mono.empty();
        }
        return now == Visibility.OPEN
                ? changing.admitAsking(after.id(), Instant.now().truncatedTo(ChronoUnit.MICROS))
                : changing.dropAsking(after.id());
    }
}
