package org.outloud.platform.consumer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The topics.
 *
 * @param compactionLag after how long at the latest a compacted topic holds nothing that something newer replaced
 */
@Validated
@ConfigurationProperties("outloud.topics")
record TopicProperties(@DefaultValue("24h") Duration compactionLag) {}
