package org.outloud.gateway.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A realm that signs everybody in, and whose refresh tokens are good for one use, as a strict Keycloak's are. */
public final class Realm extends StandIn {

    /** The {@code iss} of its tokens, which is not where it listens. */
    public static final String ISSUER = "http://keycloak.example:8180/realms/outloud";

    private static final String PROTOCOL = "/realms/outloud/protocol/openid-connect";

    private final RSAKey key = newKey();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refreshes = new AtomicInteger();
    private volatile Duration tokensLast = Duration.ofMinutes(5);
    private volatile String nonce = "";
    private volatile String subject = "";

    /** Starts it. */
    public Realm() {
        super("realm");
        answer(PROTOCOL + "/certs", Answer.json(200, new JWKSet(key.toPublicJWK()).toString()));
        answer(PROTOCOL + "/token", this::token);
    }

    /** Where the gateway reaches it. */
    public String internalIssuer() {
        return address() + "/realms/outloud";
    }

    /** Says who the next sign-in is, and which nonce it must repeat. */
    public void expect(String nextSubject, String nextNonce) {
        this.subject = nextSubject;
        this.nonce = nextNonce;
    }

    /** How long access tokens last from now on. */
    public void tokensLast(Duration time) {
        this.tokensLast = time;
    }

    /** How often tokens were renewed, in vain or not. */
    public int refreshes() {
        return refreshes.get();
    }

    /** Ends every sign-in, as an administrator would. */
    public void endEverySession() {
        refreshTokens.clear();
    }

    private void token(HttpExchange exchange, String form) throws IOException, InterruptedException {
        if (form.contains("grant_type=refresh_token")) {
            refreshes.incrementAndGet();
            if (!refreshTokens.remove(form.replaceAll(".*\\brefresh_token=([^&]*).*", "$1"))) {
                Answer.json(400, "{\"error\":\"invalid_grant\"}").to(exchange, form);
                return;
            }
        }
        String refreshToken = UUID.randomUUID().toString();
        refreshTokens.add(refreshToken);
        String answer = """
                {"access_token": "%s", "token_type": "Bearer", "expires_in": %d, "refresh_token": "%s", "id_token": "%s"}""".formatted(sign(claims()), tokensLast.toSeconds(), refreshToken, sign(idClaims()));
        Answer.json(200, answer).to(exchange, form);
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(subject)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(tokensLast)));
    }

    private JWTClaimsSet.Builder idClaims() {
        return claims().audience("outloud-gateway").claim("nonce", nonce);
    }

    private String sign(JWTClaimsSet.Builder claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("tests").build(), claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("tests").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
