package org.outloud.gateway.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.outloud.gateway.testing.Tokens;

class SubjectTest {

    @Test
    void itIsTheClaimOfTheTokenItselfAndOfNothingInside() {
        assertThat(Subject.idIn(Tokens.of("ada"))).isEqualTo("ada");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "{}", "{\"sub\":1}", "{\"sub\":null}", "{\"other\":{\"sub\":\"x\"}}", "{\"sub\"", "\"sub\""
            })
    void claimsWithoutASubjectHaveNone(String claims) {
        String payload = Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));

        assertThat(Subject.idIn("h." + payload + ".s")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", ".", "..", "a.b", "a.b.c", "a.ü.c"})
    void garbageHasNone(String token) {
        assertThat(Subject.idIn(token)).isNull();
    }
}
