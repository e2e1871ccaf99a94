package org.outloud.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What docs/security.md says to be tested is tested. */
class SecurityDocumentTest {

    private static final Path DOCUMENT = NamedTests.REPOSITORY.resolve("docs/security.md");

    @Test
    void everyTestThatTheDocumentNamesExists() throws IOException {
        assertThat(NamedTests.in(DOCUMENT)).hasSizeGreaterThan(30);
        assertThat(NamedTests.missingIn(DOCUMENT)).isEmpty();
    }
}
