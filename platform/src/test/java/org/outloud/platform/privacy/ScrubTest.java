package org.outloud.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrubTest {

    private final Scrub scrub =
            new Scrub(new Naming("ada.l", "Ada Lindqvist"), new Naming("former-1", "Former colleague"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ask @ada.l, she knows          | Ask @former-1, she knows
            Ask @Ada.L.                    | Ask @former-1.
            @ada.larsson is somebody else  | @ada.larsson is somebody else
            write to ada.l@outloud.example | write to former-1@outloud.example
            ADA LINDQVIST said so          | Former colleague said so
            Ada  Lindqvist's idea          | Former colleague's idea
            Ada Lindqvistson said so       | Ada Lindqvistson said so
            Ada is a language              | Ada is a language
            """)
    void namesGoAndOtherWordsStay(String said, String kept) {
        assertThat(scrub.of(said)).isEqualTo(kept);
    }
}
