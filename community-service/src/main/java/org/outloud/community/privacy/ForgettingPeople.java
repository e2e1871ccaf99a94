package org.outloud.community.privacy;

import java.time.Instant;
import org.outloud.community.membership.ChangingMemberships;
import org.outloud.contracts.event.ErasureConfirmed;
import org.outloud.contracts.event.PersonErased;
import org.outloud.platform.consumer.Subscription;
import org.outloud.platform.outbox.Outbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets whom the people topic says to forget, and confirms it: all in the transaction that applies the event. */
@Configuration(proxyBeanMethods = false)
class ForgettingPeople {

    private static final String SERVICE = "community-service";

    @Bean
    Subscription communityErasures(ForgottenPeople people, ChangingMemberships memberships, Outbox outbox) {
        return Subscription.named("community.erasures")
                .on(
                        PersonErased.class,
                        event -> people.keepPseudonym(event)
                                .then(memberships.forget(event.id()))
                                .then(people.removeTraces(event.id()))
                                .then(outbox.append(
                                        new ErasureConfirmed(event.erasure(), event.id(), SERVICE, Instant.now()))));
    }
}
