package org.outloud.community.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.outloud.community.person.People;
import org.outloud.contracts.PersonId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * People whom lines name. An import often follows the provisioning of the people it speaks of, who may still be on
 * their way from the topic: names that nobody knows are waited for. Once waited for in vain, others are not, until
 * somebody has arrived again or another import begins; so a file full of wrong names is not slow.
 */
@Component
class ArrivingPeople {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** After so long without a question, the next one belongs to another import. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    private final People people;
    private Instant patientUntil = Instant.MIN;
    private Instant lastAsked = Instant.MIN;
    private Instant lastArrival = Instant.MIN;

    ArrivingPeople(People people) {
        this.people = people;
    }

    /** People by user name in lower case; who is not in the answer is not known and was waited for. */
    Mono<Map<String, PersonId>> named(Set<String> userNames) {
        if (userNames.isEmpty()) {
            return Mono.just(Map.of());
        }
        Set<String> keys = userNames.stream().map(People::key).collect(Collectors.toSet());
        return people.named(keys).flatMap(known -> known.size() == keys.size() ? Mono.just(known) : awaited(keys));
    }

    private Mono<Map<String, PersonId>> awaited(Set<String> keys) {
        return people.lastArrival()
                .map(this::deadline)
                .flatMap(deadline -> Mono.defer(() -> people.named(keys))
                        .filter(known ->
                                known.size() == keys.size() || !Instant.now().isBefore(deadline))
                        .repeatWhenEmpty(tries -> tries.delayElements(PAUSE)));
    }

    private synchronized Instant deadline(Instant arrival) {
        Instant now = Instant.now();
        if (!arrival.equals(lastArrival) || lastAsked.isBefore(now.minus(QUIET))) {
            patientUntil = now.plus(PATIENCE);
        }
        lastArrival = arrival;
        lastAsked = now;
        return patientUntil;
    }
}
