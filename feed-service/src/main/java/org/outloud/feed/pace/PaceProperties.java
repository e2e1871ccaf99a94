package org.outloud.feed.pace;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one person may post, comments counted.
 *
 * @param enabled whether anything is counted at all
 * @param moment a short while
 * @param perMoment posts in such a while
 * @param perDay posts in 24 hours
 * @param sameWords how often the same long text may be posted in 24 hours
 * @param longText characters from which on a text is long; short ones are alike without being spam
 * @param sameLink posts in 24 hours that may lead to one page
 */
@ConfigurationProperties("outloud.pace")
record PaceProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5m") Duration moment,
        @DefaultValue("120") int perMoment,
        @DefaultValue("1000") int perDay,
        @DefaultValue("3") int sameWords,
        @DefaultValue("200") int longText,
        @DefaultValue("20") int sameLink) {}
