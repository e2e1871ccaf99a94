package org.outloud.feed.notification;

import java.time.Duration;
import org.outloud.platform.db.Pruning;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notifications are no archive: posts stay, what told of them goes. */
@Configuration(proxyBeanMethods = false)
class ForgettingNotices {

    private static final Duration KEPT = Duration.ofDays(90);

    @Bean
    Pruning pruningOfNotices(Notices notices) {
        return new Pruning("notice", () -> notices.forget(KEPT));
    }
}
