package org.outloud.profile.network;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.outloud.contracts.PersonId;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Conflicting;
import org.outloud.profile.person.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Beginning and ceasing to follow people. Doing either twice changes nothing and tells nobody. */
@Service
public class FollowingPeople {

    private final Follows follows;
    private final People people;
    private final Outbox outbox;

    FollowingPeople(Follows follows, People people, Outbox outbox) {
        this.follows = follows;
        this.people = people;
        this.outbox = outbox;
    }

    /** From now on their posts are in the follower's feed. */
    @Transactional
    public Mono<Void> follow(PersonId follower, PersonId followee) {
        if (follower.equals(followee)) {
            return Mono.error(new Conflicting("following-oneself"));
        }
        return follows.hold(follower, followee)
                .then(Mono.defer(() -> people.works(followee, follower)))
                .filter(works -> works)
                .switchIfEmpty(Mono.error(Absent::new))
                .flatMap(works -> follows.begin(follower, followee))
                .flatMap(outbox::append);
    }

    /** From now on they are not. Works for people who left, too. */
    @Transactional
    public Mono<Void> unfollow(PersonId follower, PersonId followee) {
        return people.exists(followee, follower)
                .filter(exists -> exists)
                .switchIfEmpty(Mono.error(Absent::new))
                .flatMap(exists -> follows.end(follower, followee))
                .flatMap(outbox::append);
    }

    /** Brings history in, inside the caller's transaction; answers the pairs that are new. */
    public Mono<Set<Pair>> bring(Collection<Pair> pairs) {
        return follows.bring(pairs)
                .collectList()
                .flatMap(begun -> outbox.append(begun)
                        .thenReturn(begun.stream()
                                .map(event -> new Pair(event.follower(), event.followee()))
                                .collect(Collectors.toSet())));
    }
}
