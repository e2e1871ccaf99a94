package org.outloud.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The journeys of {@code acceptance/browser} in real browsers, against the running system. */
class BrowserTest {

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    private static final String LEAVER = "wanda.fields";
    private static final String DEPARTMENT = "Rare Fields";
    private static final long PATIENCE_MINUTES = 20;

    @Test
    void peopleMeetInTwoBrowsers() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not installed (apt install chromium, or set CHROMIUM)");
        Path report = Path.of("target/browser-report.txt");
        ProcessBuilder node = new ProcessBuilder("node", "--test", "--test-concurrency=1", "--test-reporter=spec")
                .redirectErrorStream(true)
                .redirectOutput(report.toFile());
        node.directory(Path.of("browser").toFile());
        Hired.at(WholeSystem.instance(), LEAVER, "wanda.fields@rare.example", "Wanda", "Fields");
        node.environment().put("OUTLOUD_LEAVER", LEAVER);
        Mover.told(WholeSystem.instance(), "rea.fields", DEPARTMENT);
        node.environment().put("OUTLOUD_DEPARTMENT", DEPARTMENT);
        node.environment().put("OUTLOUD_PAGES_PORT", String.valueOf(WholeSystem.pagesPort()));
        node.environment().put("OUTLOUD_URL", WholeSystem.instance().gateway().toString());
        node.environment().put("CHROMIUM", CHROMIUM.toString());
        Process journeys = node.start();
        try {
            assertThat(journeys.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                    .as("the journeys end within %d minutes:%n%s", PATIENCE_MINUTES, Files.readString(report))
                    .isTrue();
            assertThat(journeys.exitValue())
                    .as("node's exit code:%n%s", Files.readString(report))
                    .isZero();
        } finally {
            journeys.descendants().forEach(ProcessHandle::destroyForcibly);
            journeys.destroyForcibly();
        }
    }
}
