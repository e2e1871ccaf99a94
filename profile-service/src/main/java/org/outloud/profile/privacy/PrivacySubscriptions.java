package org.outloud.profile.privacy;

import org.outloud.contracts.event.ErasureConfirmed;
import org.outloud.contracts.event.ExportPart;
import org.outloud.platform.consumer.Subscription;
import org.outloud.platform.db.Pruning;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears which service has forgotten whom, and what each keeps of those who asked. */
@Configuration(proxyBeanMethods = false)
class PrivacySubscriptions {

    @Bean
    Subscription profileErasures(Erasures erasures) {
        return Subscription.named("profile.erasures").on(ErasureConfirmed.class, erasures::confirm);
    }

    @Bean
    Subscription profileExports(Exports exports) {
        return Subscription.named("profile.exports").on(ExportPart.class, exports::keep);
    }

    @Bean
    Pruning exportPruning(Exports exports) {
        return new Pruning("export_job", exports::forgetOld);
    }
}
