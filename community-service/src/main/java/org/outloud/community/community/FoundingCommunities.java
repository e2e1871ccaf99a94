package org.outloud.community.community;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.outloud.community.edit.MergePatch;
import org.outloud.community.inventory.Inventory;
import org.outloud.community.membership.ChangingMemberships;
import org.outloud.community.membership.Visibility;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.problem.Conflicting;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Founding: the community, its first steward and its place in the inventory come into being together. */
@Service
public class FoundingCommunities {

    private static final int NUMBERED = 9;

    private final Communities communities;
    private final ChangingMemberships changing;
    private final Inventory inventory;
    private final MergePatch mergePatch;
    private final Outbox outbox;
    private final CommunityProperties properties;

    FoundingCommunities(
            Communities communities,
            ChangingMemberships changing,
            Inventory inventory,
            MergePatch mergePatch,
            Outbox outbox,
            CommunityProperties properties) {
        this.communities = communities;
        this.changing = changing;
        this.inventory = inventory;
        this.mergePatch = mergePatch;
        this.outbox = outbox;
        this.properties = properties;
    }

    /** Founds a community whose steward is the caller. */
    @Transactional
    public Mono<CommunityId> found(Caller caller, ObjectNode request) {
        CommunityPolicy.mayFound(caller, properties.founders());
        Details details = mergePatch.apply(Details.blank(), request, Details.class);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return requireParent(details.parentId(), caller.id())
                .thenMany(Flux.defer(() -> slugs(details)))
                .map(slug -> Community.founded(details.at(slug), now))
                .concatMap(
                        community -> communities
                                .add(community)
                                .filter(added -> added)
                                .map(added -> community),
                        1)
                .next()
                .switchIfEmpty(Mono.error(() -> new Conflicting("slug-taken")))
                .flatMap(community -> settle(community, caller.id(), now));
    }

    private Mono<CommunityId> settle(Community community, PersonId founder, Instant now) {
        Details details = community.details();
        return inventory
                .enterHosted(community.id(), details.name(), details.domain(), community.createdAt())
                .then(outbox.append(community.toEvent(now)))
                .then(Mono.defer(() -> changing.found(community.id(), founder, now)))
                .thenReturn(community.id());
    }

    private Mono<Void> requireParent(@Nullable CommunityId parent, PersonId founder) {
        if (parent == null) {
            return Mono.empty();
        }
        return communities
                .view(parent, founder)
                .switchIfEmpty(
                        Mono.error(() -> Invalid.field("parentId", "unknown-value", "There is no such community.")))
                .then();
    }

    /** The slug that was asked for, or those to try. A secret community's is not to be guessed from its name. */
    private static Flux<String> slugs(Details details) {
        String asked = details.slug();
        if (asked != null) {
            return Flux.just(asked);
        }
        String stem = Slug.of(details.name());
        Flux<String> unguessable = Flux.defer(() -> Flux.just(Slug.unguessable(stem)));
        if (details.visibility() == Visibility.SECRET) {
            return unguessable;
        }
        Flux<String> numbered = Flux.range(2, NUMBERED - 1).map(number -> stem + "-" + number);
        return Flux.concat(Flux.just(stem), numbered, unguessable);
    }
}
