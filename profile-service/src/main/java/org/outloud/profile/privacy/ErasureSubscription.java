package org.outloud.profile.privacy;

import org.outloud.contracts.event.ErasureConfirmed;
import org.outloud.platform.consumer.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears which service has forgotten whom. */
@Configuration(proxyBeanMethods = false)
class ErasureSubscription {

    @Bean
    Subscription profileErasures(Erasures erasures) {
        return Subscription.named("profile.erasures").on(ErasureConfirmed.class, erasures::confirm);
    }
}
