package org.outloud.gateway.login;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The realm that people sign in at.
 *
 * @param issuer the realm as browsers and tokens name it
 * @param issuerInternal where this process reaches the same realm
 * @param clientId our name there
 * @param clientSecret our password there; without it the gateway does not start
 */
@Validated
@ConfigurationProperties("outloud.identity")
record IdentityProperties(
        @NotBlank String issuer,
        @NotBlank String issuerInternal,
        @NotBlank String clientId,

        @NotBlank(message = "is missing: set OUTLOUD_GATEWAY_CLIENT_SECRET")
        String clientSecret) {

    private static final String PROTOCOL = "/protocol/openid-connect";

    /** Where browsers are sent to sign in. */
    String authorization() {
        return issuer + PROTOCOL + "/auth";
    }

    /** Where browsers are sent to sign out. */
    String endSession() {
        return issuer + PROTOCOL + "/logout";
    }

    String token() {
        return issuerInternal + PROTOCOL + "/token";
    }

    String keys() {
        return issuerInternal + PROTOCOL + "/certs";
    }

    /** The part of the issuer that a content security policy names. */
    String origin() {
        URI address = URI.create(issuer);
        return address.getScheme() + "://" + address.getAuthority();
    }

    @Override
    public String toString() {
        return "IdentityProperties[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
