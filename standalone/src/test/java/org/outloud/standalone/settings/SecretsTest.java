package org.outloud.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void areMadeOnceAndReadableByTheirOwnerOnly() throws Exception {
        Path file = folder.resolve("secrets.properties");
        Secrets first = Secrets.of(file, Map.of());
        Secrets second = Secrets.of(file, Map.of());

        assertThat(first.hrClient()).hasSizeGreaterThan(20).isEqualTo(second.hrClient());
        assertThat(first.database()).isNotEqualTo(first.postgres());
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aVariableDecidesTheFirstValueAndTheFileEveryLaterOne() {
        Path file = folder.resolve("secrets.properties");
        Secrets.of(file, Map.of("OUTLOUD_HR_CLIENT_SECRET", "chosen"));

        Secrets later = Secrets.of(file, Map.of("OUTLOUD_HR_CLIENT_SECRET", "other"));

        assertThat(later.hrClient()).isEqualTo("chosen");
    }
}
