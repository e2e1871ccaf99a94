package org.outloud.feed.community;

import org.outloud.contracts.event.CommunityChanged;
import org.outloud.platform.consumer.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows the communities topic. */
@Configuration(proxyBeanMethods = false)
class CommunitySubscription {

    @Bean
    Subscription communityFeed(Communities communities) {
        return Subscription.named("feed.communities").on(CommunityChanged.class, communities::keep);
    }
}
