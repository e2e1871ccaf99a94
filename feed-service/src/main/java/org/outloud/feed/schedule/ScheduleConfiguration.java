package org.outloud.feed.schedule;

import java.time.Duration;
import org.outloud.platform.recurring.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for posts whose moment has come. */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

    private static final Duration EVERY = Duration.ofSeconds(5);

    @Bean
    Recurring publishingOfScheduledPosts(SchedulingPosts scheduling) {
        return new Recurring("Publishing of scheduled posts", EVERY, scheduling::publishDue);
    }
}
