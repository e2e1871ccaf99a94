package org.outloud.community.landscape;

import java.time.Duration;
import org.outloud.platform.recurring.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks around when it is time. */
@Configuration(proxyBeanMethods = false)
class LandscapeConfiguration {

    private static final Duration EVERY = Duration.ofSeconds(1);

    @Bean
    Recurring lookingForGapsAndOverlaps(LookingAround looking) {
        return new Recurring("Looking for gaps and overlaps", EVERY, looking::round);
    }
}
