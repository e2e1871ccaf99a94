package org.outloud.community.landscape;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.community.landscape.MergeProposals.Proposal;
import org.outloud.community.membership.Memberships;
import org.outloud.community.membership.Standing;
import org.outloud.contracts.CommunityId;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Conflicting;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Proposing that two communities be one, and what those who answer for them say to it. */
@Service
class ProposingMerges {

    private static final int MOST = 100;
    private static final String OPEN = "open";

    private final MergeProposals proposals;
    private final Memberships memberships;

    ProposingMerges(MergeProposals proposals, Memberships memberships) {
        this.proposals = proposals;
        this.memberships = memberships;
    }

    Mono<List<Proposal>> of(Caller caller) {
        return proposals.of(caller.id(), seesAll(caller), MOST);
    }

    /** Proposes; answers its identifier. */
    @Transactional
    public Mono<UUID> propose(Caller caller, CommunityId one, CommunityId other, @Nullable String note) {
        if (one.equals(other)) {
            throw Invalid.field("otherId", "same", "A community is not merged with itself.");
        }
        UUID id = UuidCreator.getTimeOrderedEpochPlus1();
        return Mono.zip(standing(one, caller), standing(other, caller))
                .doOnNext(both -> LandscapePolicy.mayPropose(caller, both.getT1(), both.getT2()))
                .flatMap(both -> proposals.add(id, one, other, note, caller.id()))
                .filter(added -> added)
                .switchIfEmpty(Mono.error(() -> new Conflicting("merge-proposed")))
                .thenReturn(id);
    }

    /** Says yes for every side that the caller answers for. */
    @Transactional
    public Mono<Proposal> accept(Caller caller, UUID id) {
        return decided(caller, id, (proposal, one, other) -> {
            LandscapePolicy.mayAccept(one, other);
            return proposals.accept(id, one.steward(), other.steward(), caller.id());
        });
    }

    @Transactional
    public Mono<Proposal> dismiss(Caller caller, UUID id) {
        return decided(caller, id, (proposal, one, other) -> {
            LandscapePolicy.mayDismiss(one, other, proposal.mine());
            return proposals.dismiss(id, caller.id());
        });
    }

    Mono<Proposal> find(Caller caller, UUID id) {
        return proposals.find(id, caller.id(), seesAll(caller)).switchIfEmpty(Mono.error(Absent::new));
    }

    private Mono<Proposal> decided(Caller caller, UUID id, Decision decision) {
        return proposals
                .hold(id)
                .then(Mono.defer(() -> find(caller, id)))
                .doOnNext(proposal -> {
                    if (!proposal.state().equals(OPEN)) {
                        throw new Conflicting("merge-decided");
                    }
                })
                .flatMap(proposal -> Mono.zip(
                                standing(proposal.one().id(), caller),
                                standing(proposal.other().id(), caller))
                        .flatMap(both -> decision.take(proposal, both.getT1(), both.getT2())))
                .then(Mono.defer(() -> find(caller, id)));
    }

    private interface Decision {
        Mono<Void> take(Proposal proposal, Standing one, Standing other);
    }

    private Mono<Standing> standing(CommunityId community, Caller caller) {
        return memberships.standing(community, caller.id()).switchIfEmpty(Mono.error(Absent::new));
    }

    private static boolean seesAll(Caller caller) {
        return caller.is("learning") || caller.is("admin");
    }
}
