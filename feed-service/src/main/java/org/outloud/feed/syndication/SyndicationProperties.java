package org.outloud.feed.syndication;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Feeds for readers outside.
 *
 * @param origin where people reach Outloud, without a slash at the end: a feed reader needs whole addresses
 */
@Validated
@ConfigurationProperties("outloud.syndication")
record SyndicationProperties(@NotBlank String origin) {}
