package org.outloud.community.landscape;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.community.landscape.MergeProposals.Proposal;
import org.outloud.contracts.CommunityId;
import org.outloud.platform.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Proposals to merge over HTTP. */
@RestController
@RequestMapping("/api/v1/inventory/proposals")
class ProposalController {

    /** The open ones first. */
    record Listing(List<Proposal> items) {}

    /**
     * Which two, and why.
     *
     * @param note for those who answer for them
     */
    record ProposeMerge(
            @NotNull CommunityId communityId,
            @NotNull CommunityId otherId,
            @Nullable @Size(max = 1000) String note) {}

    private final ProposingMerges proposing;

    ProposalController(ProposingMerges proposing) {
        this.proposing = proposing;
    }

    @GetMapping
    Mono<Listing> list(Caller caller) {
        return proposing.of(caller).map(Listing::new);
    }

    @PostMapping
    Mono<ResponseEntity<Proposal>> propose(Caller caller, @Valid @RequestBody ProposeMerge request) {
        String note = request.note() == null || request.note().isBlank()
                ? null
                : request.note().strip();
        return proposing
                .propose(caller, request.communityId(), request.otherId(), note)
                .flatMap(id -> proposing.find(caller, id))
                .map(proposal -> ResponseEntity.created(URI.create("/api/v1/inventory/proposals/" + proposal.id()))
                        .body(proposal));
    }

    @GetMapping("/{id}")
    Mono<Proposal> find(Caller caller, @PathVariable UUID id) {
        return proposing.find(caller, id);
    }

    @PostMapping("/{id}/accept")
    Mono<Proposal> accept(Caller caller, @PathVariable UUID id) {
        return proposing.accept(caller, id);
    }

    @PostMapping("/{id}/dismiss")
    Mono<Proposal> dismiss(Caller caller, @PathVariable UUID id) {
        return proposing.dismiss(caller, id);
    }
}
