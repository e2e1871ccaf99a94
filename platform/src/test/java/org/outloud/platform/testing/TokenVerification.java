package org.outloud.platform.testing;

import com.nimbusds.jose.JOSEException;
import java.util.Collection;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** Verifies {@link Tokens} as a service verifies Keycloak's: signature, issuer, audience, age. */
@TestConfiguration(proxyBeanMethods = false)
class TokenVerification {

    @Bean
    @Primary
    ReactiveJwtDecoder testJwtDecoder() throws JOSEException {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withPublicKey(Tokens.KEY.toRSAPublicKey())
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(Tokens.ISSUER),
                new JwtClaimValidator<Collection<String>>(
                        "aud", audience -> audience != null && audience.contains("outloud"))));
        return decoder;
    }
}
