package org.outloud.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {

    @TempDir
    Path folder;

    @Test
    void aFullLogIsMovedAsideAndEmptied() throws Exception {
        Path log = folder.resolve("kafka.log");
        Files.write(log, new byte[9 << 20]);

        LogFiles.makeRoomIn(folder);

        assertThat(log).isEmptyFile();
        assertThat(folder.resolve("kafka.log.1")).hasSize(9 << 20);
    }

    @Test
    void theLastErrorSaysMoreThanTheLastLine() throws Exception {
        Path log = folder.resolve("feed-service.log");
        Files.writeString(log, "INFO starting\nERROR the password is wrong\nINFO bye\n");

        assertThat(LogFiles.lastWords(log)).isEqualTo("ERROR the password is wrong");
        assertThat(LogFiles.lastWords(folder.resolve("missing.log"))).isEmpty();
    }
}
