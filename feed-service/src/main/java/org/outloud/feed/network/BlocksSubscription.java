package org.outloud.feed.network;

import org.outloud.contracts.event.BlockChanged;
import org.outloud.platform.consumer.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows the blocks topic. */
@Configuration(proxyBeanMethods = false)
class BlocksSubscription {

    @Bean
    Subscription blockFeed(Blocks blocks) {
        return Subscription.named("feed.blocks").on(BlockChanged.class, blocks::keep);
    }
}
