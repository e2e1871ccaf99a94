package org.outloud.platform.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The relay.
 *
 * @param batch most rows sent before they are taken off the table together
 * @param poll how often the table is looked at without being woken, and how often an idle instance asks to take over
 */
@Validated
@ConfigurationProperties("outloud.outbox")
record OutboxProperties(
        @DefaultValue("500") @Min(1) @Max(10_000) int batch,
        @DefaultValue("1s") Duration poll) {}
