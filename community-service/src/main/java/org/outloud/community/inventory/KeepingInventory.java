package org.outloud.community.inventory;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;
import org.outloud.community.edit.MergePatch;
import org.outloud.community.membership.ChangingMemberships;
import org.outloud.community.membership.Memberships;
import org.outloud.community.person.People;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Entering communities that are hosted elsewhere, and reviewing any. */
@Service
class KeepingInventory {

    private static final String STEWARDS = "stewardIds";

    private final Inventory inventory;
    private final People people;
    private final Memberships memberships;
    private final ChangingMemberships changing;
    private final MergePatch mergePatch;

    KeepingInventory(
            Inventory inventory,
            People people,
            Memberships memberships,
            ChangingMemberships changing,
            MergePatch mergePatch) {
        this.inventory = inventory;
        this.people = people;
        this.memberships = memberships;
        this.changing = changing;
        this.mergePatch = mergePatch;
    }

    /** Enters a community that is hosted elsewhere. */
    @Transactional
    public Mono<UUID> enter(Caller caller, ObjectNode request) {
        InventoryPolicy.mayEnter(caller);
        EntryDetails details = mergePatch
                .apply(EntryDetails.blank(), request, EntryDetails.class)
                .elsewhere();
        UUID id = UuidCreator.getTimeOrderedEpochPlus1();
        return requireKnown(details)
                .then(Mono.defer(() -> inventory.enter(id, details)))
                .thenReturn(id);
    }

    /** Corrects an entry. People, then the community are held before the entry is read for good. */
    @Transactional
    public Mono<Void> review(Caller caller, UUID id, IfMatch ifMatch, ObjectNode patch) {
        return inventory
                .kept(id, caller.id())
                .switchIfEmpty(Mono.error(Absent::new))
                .doOnNext(seen -> InventoryPolicy.mayReview(caller, seen.stewardedByCaller()))
                .flatMap(seen -> people.hold(patched(seen, patch).stewardIds()).then(hold(seen)))
                .then(Mono.defer(() -> inventory.kept(id, caller.id())))
                .switchIfEmpty(Mono.error(Absent::new))
                .doOnNext(kept -> InventoryPolicy.mayReview(caller, kept.stewardedByCaller()))
                .doOnNext(kept -> ifMatch.require(kept.version()))
                .flatMap(kept -> save(kept, patched(kept, patch)));
    }

    private Mono<Void> hold(Inventory.Kept entry) {
        return entry.community() == null ? inventory.hold(entry.id()) : memberships.hold(List.of(entry.community()));
    }

    private EntryDetails patched(Inventory.Kept entry, ObjectNode patch) {
        EntryDetails patched = mergePatch.apply(entry.details(), patch, EntryDetails.class);
        return entry.community() == null ? patched.elsewhere() : patched.hostedHere(entry.details());
    }

    private Mono<Void> save(Inventory.Kept entry, EntryDetails after) {
        if (entry.details().equals(after)) {
            return Mono.empty();
        }
        boolean sameStewards = entry.details().stewardIds().equals(after.stewardIds());
        Mono<Void> stewards = sameStewards ? Mono.empty() : appoint(entry, after);
        return stewards.then(Mono.defer(() -> inventory.save(entry.id(), after)));
    }

    private Mono<Void> appoint(Inventory.Kept entry, EntryDetails after) {
        if (entry.community() != null) {
            return changing.handOver(entry.community(), after.stewardIds(), STEWARDS);
        }
        return requireKnown(after).then(Mono.defer(() -> inventory.setStewards(entry.id(), after)));
    }

    private Mono<Void> requireKnown(EntryDetails details) {
        return people.active(details.stewardIds())
                .filter(active -> active.containsAll(details.stewardIds()))
                .switchIfEmpty(
                        Mono.error(() -> Invalid.field(STEWARDS, "unknown-value", "One of them does not work here.")))
                .then();
    }
}
