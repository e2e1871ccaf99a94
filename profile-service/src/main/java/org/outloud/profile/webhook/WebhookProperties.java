package org.outloud.profile.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are delivered.
 *
 * @param internalHosts host names inside the organisation's own network that may be told all the same, over plain HTTP too
 * @param patience how long a receiver may take to answer
 * @param backoff the pauses after the first, second … failed attempt; after the last the message has failed
 * @param pauseAfter failed attempts in a row after which a webhook is paused
 * @param poll how often due messages are looked for
 * @param remembered how long messages stay in the log
 */
@ConfigurationProperties("outloud.webhooks")
record WebhookProperties(
        @DefaultValue Set<String> internalHosts,
        @DefaultValue("10s") Duration patience,

        @DefaultValue({"5s", "30s", "2m", "15m", "1h", "4h", "12h", "24h"})
        List<Duration> backoff,

        @DefaultValue("50") int pauseAfter,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("30d") Duration remembered) {}
