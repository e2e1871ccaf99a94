package org.outloud.community.community;

import jakarta.validation.constraints.NotEmpty;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Communities.
 *
 * @param founders roles that may found one
 */
@Validated
@ConfigurationProperties("outloud.communities")
record CommunityProperties(
        @DefaultValue("employee") @NotEmpty Set<String> founders) {}
