package org.outloud.gateway.login;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long browsers stay signed in.
 *
 * @param idle after this long without a request a session ends; sensible up to the realm's own idle time
 */
@Validated
@ConfigurationProperties("outloud.sessions")
record SessionProperties(@NotNull Duration idle) {}
