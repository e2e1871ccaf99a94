package org.outloud.profile.person;

import reactor.core.publisher.Mono;

/**
 * What a capability keeps of a person besides the profile. Each that keeps some says here how it goes; a file, such as a
 * photo, goes after the commit, and again when it is asked again.
 */
@FunctionalInterface
public interface PersonalData {

    /**
     * Removes all of it, inside the caller's transaction, with the events that tell of it.
     *
     * @param person as they were until now
     */
    Mono<Void> erase(Person person);
}
