package org.outloud.community.person;

import java.util.stream.Stream;
import org.outloud.contracts.event.SuspensionChanged;
import org.outloud.platform.consumer.Subscription;
import org.outloud.platform.security.Admission;
import org.outloud.platform.security.ClosedToSuspended;
import org.outloud.platform.security.Suspensions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows the suspensions topic: whoever is suspended founds, joins and changes nothing here. */
@Configuration(proxyBeanMethods = false)
class SuspensionsSubscription {

    @Bean
    Subscription suspensionFeed(Suspensions suspensions) {
        return Subscription.named("community.suspensions")
                .on(
                        SuspensionChanged.class,
                        event -> suspensions.keep(event.person(), event.version(), event.suspended(), event.until()));
    }

    /** Leaving, and having read what applies in a community, stay possible. */
    @Bean
    Admission admission(Suspensions suspensions) {
        return new ClosedToSuspended(
                suspensions,
                Stream.of(
                        "DELETE /api/v1/communities/{id}/membership",
                        "PUT /api/v1/communities/{id}/norms/seen",
                        "POST /api/v1/communities/{id}/rules/preview"));
    }
}
