package org.outloud.feed.post;

import java.util.Set;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import reactor.core.publisher.Mono;

/** Publishing later what is sent now. */
public interface Scheduling {

    /**
     * Keeps a post for the moment it names; refuses what could not be published now either.
     *
     * @param acknowledged patterns of the guard that found something harmless, as the author says
     * @return the id under which it waits; the post gets another one
     */
    Mono<UUID> schedule(PersonId author, PublishPostRequest post, Set<UUID> acknowledged);
}
