package org.outloud.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.outloud.platform.testing.Tokens;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** The decoder as every service has it, against a realm that publishes one key. */
class AcceptedTokensTest {

    private static final RSAKey KEY = key("realm");
    private static final RSAKey ANOTHERS = key("realm");

    @SuppressWarnings("NullAway.Init")
    private static HttpServer realm;

    @SuppressWarnings("NullAway.Init")
    private static ReactiveJwtDecoder decoder;

    @BeforeAll
    static void start() throws IOException {
        realm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] published = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        realm.createContext("/inside/protocol/openid-connect/certs", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, published.length);
            exchange.getResponseBody().write(published);
            exchange.close();
        });
        realm.start();
        decoder = new SecurityAutoConfiguration()
                .jwtDecoder(new IdentityProperties(
                        Tokens.ISSUER, "http://localhost:" + realm.getAddress().getPort() + "/inside", "outloud"));
    }

    @AfterAll
    static void stop() {
        realm.stop(0);
    }

    @Test
    void onlyAnAccessTokenOfTheRealmForOutloudIsTaken() throws JOSEException {
        assertThat(decoded(signed(Tokens.claims("ada"))).getSubject()).isEqualTo(Tokens.subjectOf("ada"));
        assertThat(decoded(signed(Tokens.claims("ada").audience(List.of("account", "outloud"))))
                        .getAudience())
                .contains("outloud");

        Instant now = Instant.now();
        assertRefused("for nobody", signed(Tokens.claims("ada").audience((String) null)));
        assertRefused("for somebody else", signed(Tokens.claims("ada").audience("outloud-gateway")));
        assertRefused("for nearly us", signed(Tokens.claims("ada").audience("outloud2")));
        assertRefused("of another realm", signed(Tokens.claims("ada").issuer(Tokens.ISSUER + "2")));
        assertRefused("of nobody", signed(Tokens.claims("ada").issuer(null)));
        assertRefused("ended", signed(Tokens.claims("ada").expirationTime(Date.from(now.minusSeconds(90)))));
        assertRefused("not begun", signed(Tokens.claims("ada").notBeforeTime(Date.from(now.plusSeconds(90)))));
        assertRefused("signed by another of that name", signed(Tokens.claims("ada"), JWSAlgorithm.RS256, ANOTHERS));
        assertRefused("signed by another algorithm", signed(Tokens.claims("ada"), JWSAlgorithm.RS512, KEY));
        assertRefused("signed by nobody", new PlainJWT(Tokens.claims("ada").build()).serialize());
        assertRefused(
                "signed with what is public",
                signedWith(new MACSigner(KEY.toRSAPublicKey().getEncoded()), JWSAlgorithm.HS256, Tokens.claims("ada")));
        assertRefused("with a key of its own", withItsOwnKey());
        assertRefused("none", "ada");
    }

    @Test
    void aTokenIsNotTakenOnceItsWordsAreChanged() {
        String[] parts = signed(Tokens.claims("ada")).split("\\.", -1);
        String[] others = signed(Tokens.claims("admin")).split("\\.", -1);

        assertRefused("changed", parts[0] + "." + others[1] + "." + parts[2]);
    }

    private static String withItsOwnKey() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .jwk(ANOTHERS.toPublicJWK())
                        .keyID("own")
                        .build(),
                Tokens.claims("ada").build());
        token.sign(new RSASSASigner(ANOTHERS));
        return token.serialize();
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, JWSAlgorithm.RS256, KEY);
    }

    private static String signed(JWTClaimsSet.Builder claims, JWSAlgorithm algorithm, RSAKey key) {
        try {
            return signedWith(new RSASSASigner(key), algorithm, claims);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signedWith(JWSSigner signer, JWSAlgorithm algorithm, JWTClaimsSet.Builder claims)
            throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .type(JOSEObjectType.JWT)
                        .keyID(KEY.getKeyID())
                        .build(),
                claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static Jwt decoded(String token) {
        return decoder.decode(token).blockOptional().orElseThrow();
    }

    private static void assertRefused(String why, String token) {
        assertThatThrownBy(() -> decoded(token)).as(why).isInstanceOf(BadJwtException.class);
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
