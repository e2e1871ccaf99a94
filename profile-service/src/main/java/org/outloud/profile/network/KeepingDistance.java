package org.outloud.profile.network;

import org.outloud.contracts.PersonId;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Conflicting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Muting and blocking people, and taking it back. Doing either twice changes nothing. Whoever is blocked finds the blocker
 * as absent as somebody who never was, here too.
 */
@Service
class KeepingDistance {

    private final Blocks blocks;
    private final Follows follows;
    private final Outbox outbox;

    KeepingDistance(Blocks blocks, Follows follows, Outbox outbox) {
        this.blocks = blocks;
        this.follows = follows;
        this.outbox = outbox;
    }

    /** Keeps the distance from now on. With a block ends every following between the two. */
    @Transactional
    public Mono<Void> begin(PersonId self, PersonId other, Distance distance) {
        if (self.equals(other)) {
            return Mono.error(new Conflicting("distance-to-oneself"));
        }
        return reach(self, other)
                .then(Mono.defer(() -> blocks.begin(self, other, distance)))
                .flatMap(outbox::append)
                .then(distance == Distance.BLOCK ? endFollows(self, other) : Mono.empty());
    }

    /** Ceases to keep the distance; followings that a block ended do not come back. */
    @Transactional
    public Mono<Void> end(PersonId self, PersonId other, Distance distance) {
        return reach(self, other)
                .then(Mono.defer(() -> blocks.end(self, other, distance)))
                .flatMap(outbox::append);
    }

    /** From here on nothing else changes between the two until the transaction ends. */
    private Mono<Void> reach(PersonId self, PersonId other) {
        return follows.hold(self, other)
                .then(Mono.defer(() -> blocks.reachable(self, other)))
                .filter(reachable -> reachable)
                .switchIfEmpty(Mono.error(Absent::new))
                .then();
    }

    private Mono<Void> endFollows(PersonId self, PersonId other) {
        return Mono.defer(() -> follows.endBetween(self, other)).flatMap(outbox::append);
    }
}
