package org.outloud.feed.mail;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Mail that Outloud sends.
 *
 * @param from who it is from, such as {@code Outloud <outloud@example.org>}; blank when none is sent
 * @param origin where people reach Outloud, without a slash at the end
 * @param every how often to look for people whose time has come
 */
@Validated
@ConfigurationProperties("outloud.mail")
record MailProperties(
        String from, @NotBlank String origin, @NotNull Duration every) {}
