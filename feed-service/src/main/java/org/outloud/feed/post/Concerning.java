package org.outloud.feed.post;

import java.util.Collection;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import reactor.core.publisher.Mono;

/** Telling people of what concerns them, for changes that no event tells apart. Joins the transaction that makes the change. */
public interface Concerning {

    /** The asker accepted a comment as the answer. */
    Mono<Void> accepted(PostId comment, PersonId asker);

    /** A post passes on what somebody wrote. */
    Mono<Void> shared(PostId post);

    /** An edit names people that were not named before. */
    Mono<Void> named(PostId post, Collection<UUID> people);
}
