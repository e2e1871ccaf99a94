package org.outloud.community.landscape;

import org.outloud.contracts.event.PostDeleted;
import org.outloud.contracts.event.PostPublished;
import org.outloud.platform.consumer.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows the posts topic. */
@Configuration(proxyBeanMethods = false)
class OpenPostsSubscription {

    @Bean
    Subscription communityTopics(OpenPosts posts) {
        return Subscription.named("community.topics")
                .on(PostPublished.class, posts::published)
                .on(PostDeleted.class, posts::deleted);
    }
}
