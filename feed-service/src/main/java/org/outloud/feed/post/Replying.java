package org.outloud.feed.post;

import java.util.Set;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import reactor.core.publisher.Mono;

/** Writing a reply on somebody's behalf, for capabilities that turn a gesture into words. */
@FunctionalInterface
public interface Replying {

    /**
     * Replies to a post or comment that the author may read; the new comment's id.
     *
     * @param acknowledged patterns of the guard that found something harmless, as the author says
     */
    Mono<PostId> reply(PersonId author, PostId inReplyTo, String body, Set<UUID> acknowledged);
}
