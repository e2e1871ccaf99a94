package org.outloud.community.person;

import org.outloud.contracts.event.BlockChanged;
import org.outloud.platform.consumer.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows the blocks topic. */
@Configuration(proxyBeanMethods = false)
class BlocksSubscription {

    @Bean
    Subscription communityBlocks(Blocks blocks) {
        return Subscription.named("community.blocks").on(BlockChanged.class, blocks::keep);
    }
}
