package org.outloud.feed.person;

import org.outloud.contracts.event.PersonChanged;
import org.outloud.platform.consumer.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows the people topic. */
@Configuration(proxyBeanMethods = false)
class PeopleSubscription {

    @Bean
    Subscription peopleFeed(People people) {
        return Subscription.named("feed.people").on(PersonChanged.class, people::keep);
    }
}
