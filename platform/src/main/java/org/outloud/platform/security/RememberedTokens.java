package org.outloud.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Spares the signature of a token that was verified a moment ago. Only what was accepted is remembered, under the hash of the
 * whole token, for no longer than the token lives; who is behind it and whether they are still active is asked every time.
 */
final class RememberedTokens implements ReactiveJwtDecoder {

    private static final Duration MEMORY = Duration.ofSeconds(30);
    private static final int MOST = 20_000;

    private final ReactiveJwtDecoder verifying;
    private final Clock clock;
    private final Cache<String, Jwt> verified =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MEMORY).build();

    RememberedTokens(ReactiveJwtDecoder verifying, Clock clock) {
        this.verifying = verifying;
        this.clock = clock;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        String hash = hashOf(token);
        Jwt known = verified.getIfPresent(hash);
        return known != null && lives(known)
                ? Mono.just(known)
                : verifying.decode(token).doOnNext(accepted -> verified.put(hash, accepted));
    }

    private boolean lives(Jwt token) {
        Instant end = token.getExpiresAt();
        return end != null && end.isAfter(clock.instant());
    }

    private static String hashOf(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
