package org.outloud.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void outsideOfATerminalThereAreOnlyPlainLines() {
        Console console = console(false);

        console.passing("  … kafka 1.0 s");
        console.done("Kafka", Duration.ofMillis(1234), "127.0.0.1:19092");

        assertThat(printed()).isEqualTo("  ✓ Kafka                 1.2 s   127.0.0.1:19092\n");
    }

    @Test
    void onATerminalThePassingLineMakesRoomForTheNext() {
        Console console = console(true);

        console.passing("  … kafka 1.0 s");
        console.line("done");

        assertThat(printed()).endsWith("\r\u001B[Kdone\n");
    }

    private Console console(boolean terminal) {
        return new Console(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
