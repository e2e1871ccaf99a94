package org.outloud.feed.post;

import org.outloud.contracts.PostId;
import reactor.core.publisher.Mono;

/** Telling pages that are open of what goes and comes back. Joins the transaction that makes the change. */
public interface OpenPages {

    /** A post or comment that could be read until now was taken away. */
    Mono<Void> removed(PostId id, PostId root);

    /** It can be read again. */
    Mono<Void> restored(PostId id, PostId root);
}
