package org.outloud.community.inventory;

import org.outloud.contracts.event.PostDeleted;
import org.outloud.contracts.event.PostPublished;
import org.outloud.platform.consumer.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows the posts topic. */
@Configuration(proxyBeanMethods = false)
class ActivitySubscription {

    @Bean
    Subscription communityActivity(Activity activity) {
        return Subscription.named("community.activity")
                .on(PostPublished.class, activity::published)
                .on(PostDeleted.class, activity::deleted);
    }
}
