package org.outloud.community.privacy;

import java.time.Instant;
import java.util.Optional;
import org.outloud.community.library.ScrubbingLibraries;
import org.outloud.community.membership.ChangingMemberships;
import org.outloud.contracts.event.ErasureConfirmed;
import org.outloud.contracts.event.PersonErased;
import org.outloud.platform.consumer.Subscription;
import org.outloud.platform.outbox.Outbox;
import org.outloud.platform.privacy.Naming;
import org.outloud.platform.privacy.Scrub;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Forgets whom the people topic says to forget, and confirms it: all in the transaction that applies the event. */
@Configuration(proxyBeanMethods = false)
class ForgettingPeople {

    private static final String SERVICE = "community-service";

    @Bean
    Subscription communityErasures(
            ForgottenPeople people, ChangingMemberships memberships, ScrubbingLibraries libraries, Outbox outbox) {
        return Subscription.named("community.erasures")
                .on(
                        PersonErased.class,
                        event -> people.names(event.id())
                                .map(names -> new Scrub(names, new Naming(event.userName(), event.displayName())))
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty())
                                .flatMap(scrub -> people.keepPseudonym(event)
                                        .then(Mono.justOrEmpty(scrub).flatMap(libraries::scrub)))
                                .then(Mono.defer(() -> memberships.forget(event.id())))
                                .then(Mono.defer(() -> people.removeTraces(event.id())))
                                .then(Mono.defer(() -> outbox.append(
                                        new ErasureConfirmed(event.erasure(), event.id(), SERVICE, Instant.now())))));
    }
}
