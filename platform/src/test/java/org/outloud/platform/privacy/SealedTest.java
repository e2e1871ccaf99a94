package org.outloud.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealedTest {

    private final KeyPair keys = Sealed.keys();
    private final byte[] content = new byte[1_000_000];

    @Test
    void theHolderOfTheKeyReadsItAndNobodyElse() {
        new Random(7).nextBytes(content);

        Sealed sealed = Sealed.of(
                content, Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));

        assertThat(sealed.pieces())
                .hasSizeGreaterThan(3)
                .allSatisfy(piece -> assertThat(piece.length()).isLessThan(500_000));
        assertThat(sealed.open(keys.getPrivate().getEncoded())).isEqualTo(content);
        byte[] anothers = Sealed.keys().getPrivate().getEncoded();
        assertThatThrownBy(() -> sealed.open(anothers)).isInstanceOf(IllegalStateException.class);
    }
}
