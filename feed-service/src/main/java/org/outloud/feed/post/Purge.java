package org.outloud.feed.post;

import java.time.Instant;
import org.outloud.platform.db.Pruning;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets, hour by hour, what can no longer be brought back. */
@Configuration(proxyBeanMethods = false)
class Purge {

    @Bean
    Pruning purgeOfDeletedPosts(PurgingPosts purging) {
        return new Pruning("post", () -> purging.purge(Instant.now().minus(DeletingPosts.RESTORABLE)));
    }
}
