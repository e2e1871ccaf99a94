package org.outloud.feed.ask;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When an ask is given on.
 *
 * @param silence how long nobody has replied
 * @param every how often to look
 */
@ConfigurationProperties("outloud.asks")
record AskProperties(
        @DefaultValue("24h") Duration silence,
        @DefaultValue("5m") Duration every) {}
