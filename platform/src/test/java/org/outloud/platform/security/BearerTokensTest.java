package org.outloud.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.core.Authentication;

class BearerTokensTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b.c", "bearer a.b.c", "BEARER a.b.c"})
    void theSchemeMayBeWrittenInAnyCase(String authorization) {
        Authentication presented = presentedWith(authorization);

        assertThat(presented)
                .isNotNull()
                .extracting(Authentication::getCredentials)
                .isEqualTo("a.b.c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YWRhOmFkYQ==", "Bearer", "Bearer ", "Bearera.b.c", "a.b.c"})
    void anythingElseIsNoToken(String authorization) {
        assertThat(presentedWith(authorization)).isNull();
    }

    @Test
    void aRequestWithoutTheHeaderBringsNone() {
        assertThat(new BearerTokens()
                        .convert(MockServerWebExchange.from(MockServerHttpRequest.get("/")))
                        .blockOptional())
                .isEmpty();
    }

    private static @Nullable Authentication presentedWith(String authorization) {
        return new BearerTokens()
                .convert(MockServerWebExchange.from(
                        MockServerHttpRequest.get("/").header("Authorization", authorization)))
                .block();
    }
}
