package org.outloud.platform.security;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The identity provider.
 *
 * @param issuer the {@code iss} of its tokens, as browsers see the realm
 * @param issuerInternal where this process reaches the same realm
 * @param audience what {@code aud} must contain
 */
@Validated
@ConfigurationProperties("outloud.identity")
record IdentityProperties(
        @NotBlank String issuer,
        @NotBlank String issuerInternal,
        @NotBlank String audience) {

    String keys() {
        return issuerInternal + "/protocol/openid-connect/certs";
    }
}
