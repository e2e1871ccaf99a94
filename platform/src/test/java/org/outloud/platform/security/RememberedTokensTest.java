package org.outloud.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

class RememberedTokensTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final List<String> verified = new ArrayList<>();

    @Test
    void aTokenIsVerifiedOnceInAMoment() {
        RememberedTokens tokens = new RememberedTokens(verifying(NOW.plusSeconds(60)), at(NOW));

        assertThat(decoded(tokens, "one")).isEqualTo(decoded(tokens, "one"));
        decoded(tokens, "another");

        assertThat(verified).containsExactly("one", "another");
    }

    @Test
    void aTokenThatHasEndedIsVerifiedAgain() {
        RememberedTokens tokens = new RememberedTokens(verifying(NOW.plusSeconds(60)), at(NOW.plusSeconds(60)));

        decoded(tokens, "one");
        decoded(tokens, "one");

        assertThat(verified).containsExactly("one", "one");
    }

    @Test
    void whatWasRefusedIsNotRemembered() {
        ReactiveJwtDecoder refusing = token -> {
            verified.add(token);
            return Mono.error(new BadJwtException("no"));
        };
        RememberedTokens tokens = new RememberedTokens(refusing, at(NOW));

        assertThatThrownBy(() -> decoded(tokens, "one")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> decoded(tokens, "one")).isInstanceOf(BadJwtException.class);

        assertThat(verified).hasSize(2);
    }

    private ReactiveJwtDecoder verifying(Instant end) {
        return token -> {
            verified.add(token);
            return Mono.just(Jwt.withTokenValue(token)
                    .header("alg", "RS256")
                    .subject("somebody")
                    .expiresAt(end)
                    .build());
        };
    }

    private static Jwt decoded(RememberedTokens tokens, String token) {
        return java.util.Objects.requireNonNull(tokens.decode(token).block(Duration.ofSeconds(5)));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
