package org.outloud.feed.ask;

import org.outloud.contracts.event.HelpersFound;
import org.outloud.platform.consumer.Subscription;
import org.outloud.platform.recurring.Recurring;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When to look for asks that wait, and who answers whom to ask. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AskProperties.class)
class AskConfiguration {

    @Bean
    Recurring givingOnOfAsks(GivingOn giving, AskProperties properties) {
        return new Recurring("Giving on of asks", properties.every(), giving::look);
    }

    @Bean
    Subscription helpersFeed(GivingOn giving) {
        return Subscription.named("feed.asks").on(HelpersFound.class, giving::ask);
    }
}
