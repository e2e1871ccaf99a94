package org.outloud.feed.timeline;

import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Timelines.
 *
 * @param mergedAbove an author or community with more followers than this is merged when somebody reads, instead of being
 *     written to each of them
 */
@Validated
@ConfigurationProperties("outloud.timelines")
record TimelineProperties(
        @DefaultValue("20000") @PositiveOrZero int mergedAbove) {}
