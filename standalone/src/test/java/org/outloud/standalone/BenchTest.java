package org.outloud.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.outloud.standalone.settings.Settings;
import org.outloud.standalone.settings.Trouble;

class BenchTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Bench bench;

    @BeforeEach
    void prepare() {
        Console console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8), false);
        bench = new Bench(Settings.onFreePorts(folder, folder.resolve("home")), console);
    }

    @Test
    void withoutANameItTellsTheNames() throws Exception {
        assertThat(bench.run(List.of())).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("people", "experts", "home", "organisation");
    }

    @Test
    void onlyARunningSystemIsMeasured() {
        assertThatThrownBy(() -> bench.run(List.of("people")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("does not run");
    }

    @Test
    void aMeasurementIsNamedToItsProgramAndAnOrganisationHasOneOfItsOwn() {
        String programs =
                folder.toAbsolutePath().normalize().resolve("benchmark").toString();
        assertThat(bench.command(List.of("experts", "--count", "10")))
                .containsExactly("node", programs + "/bench.mjs", "experts", "--count", "10");
        assertThat(bench.command(List.of("organisation", "--people", "1000")))
                .containsExactly("node", programs + "/organisation.mjs", "--people", "1000");
    }
}
