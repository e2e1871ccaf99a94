package org.outloud.profile.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final UUID ID = UUID.fromString("0198f7a2-1111-7000-8000-000000000001");
    private static final Instant AT = Instant.ofEpochSecond(1_790_000_000L, 999_000_000);

    /** Computed with OpenSSL: printf '%s.1790000000.{"a":1}' ID | openssl dgst -sha256 -hmac 0123…8901 -binary | base64. */
    @Test
    void isTheHmacOfIdTimeAndBody() {
        assertThat(Signature.of(SECRET, ID, AT, "{\"a\":1}"))
                .isEqualTo("v1,2inbkzrdbCMzdIxAePbSZ0PUuV1TFIp74H+tJ6FDK+4=");
    }

    @Test
    void noTwoSecretsAreAlike() {
        assertThat(Signature.newSecret()).startsWith("whsec_").hasSize(50).isNotEqualTo(Signature.newSecret());
    }
}
