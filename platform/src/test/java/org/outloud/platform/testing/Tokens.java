package org.outloud.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Signs tokens as the realm's Keycloak would. */
public final class Tokens {

    /** The issuer that these tokens name. */
    public static final String ISSUER = "http://localhost:8180/realms/outloud";

    static final RSAKey KEY = generate();

    private Tokens() {}

    /** A token of a person with role {@code employee} and the roles named; the subject follows from the user name. */
    public static String of(String userName, String... roles) {
        List<String> all = new ArrayList<>(List.of("employee"));
        all.addAll(List.of(roles));
        return sign(claims(userName).claim("realm_access", Map.of("roles", all)));
    }

    /** A token of a technical account with client roles. */
    public static String service(String... roles) {
        return sign(claims("service-account-outloud-hr")
                .claim("resource_access", Map.of("outloud-hr", Map.of("roles", List.of(roles)))));
    }

    /** Any claims, for tests of what must be refused. */
    public static JWTClaimsSet.Builder claims(String userName) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(subjectOf(userName))
                .audience("outloud")
                .claim("preferred_username", userName)
                .claim("email", userName + "@outloud.example")
                .claim("email_verified", true)
                .claim("name", displayNameOf(userName))
                .issueTime(Date.from(now.minusSeconds(5)))
                .expirationTime(Date.from(now.plusSeconds(600)));
    }

    /** The subject that a user name's tokens carry. */
    public static String subjectOf(String userName) {
        return UUID.nameUUIDFromBytes(userName.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Signs claims with the key that the services under test trust. */
    public static String sign(JWTClaimsSet.Builder claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(KEY.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(KEY));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String displayNameOf(String userName) {
        return Character.toUpperCase(userName.charAt(0)) + userName.substring(1);
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048).keyID("tests").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
