package org.outloud.standalone.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    @TempDir
    Path apps;

    @Test
    void theFirstRunWritesTheArchiveAndTheNextReadsIt() throws Exception {
        ClassArchive archive = new ClassArchive(apps.resolve("kafka-1"), "kafka", true);
        archive.prepare();
        String first = archive.options().get(0);
        assertThat(first).startsWith("-XX:ArchiveClassesAtExit=");

        Files.writeString(Path.of(first.substring(first.indexOf('=') + 1)), "classes");
        archive.keep();

        assertThat(archive.options().get(0)).startsWith("-XX:SharedArchiveFile=");
    }

    @Test
    void aRunThatWasKilledLeavesNoArchive() throws Exception {
        ClassArchive archive = new ClassArchive(apps.resolve("kafka-1"), "kafka", true);
        archive.prepare();
        String first = archive.options().get(0);
        Files.writeString(Path.of(first.substring(first.indexOf('=') + 1)), "half");

        archive.prepare();

        assertThat(archive.options()).contains(first);
        assertThat(apps.resolve("kafka-1")).isEmptyDirectory();
    }

    @Test
    void whoWantsNoneGetsNone() {
        assertThat(new ClassArchive(apps, "kafka", false).options()).isEmpty();
    }

    @Test
    void onlyTheFoldersUsedLastAreKept() throws Exception {
        for (int i = 1; i <= 4; i++) {
            Path folder = Files.createDirectories(apps.resolve("kafka-" + i));
            Files.setLastModifiedTime(folder, FileTime.from(Instant.EPOCH.plusSeconds(i)));
        }
        Files.createDirectories(apps.resolve("gateway-1"));

        Cache.spareFew(apps.resolve("kafka-1"), "kafka");

        try (var folders = Files.list(apps)) {
            List<String> names =
                    folders.map(folder -> folder.getFileName().toString()).toList();
            assertThat(names).containsExactlyInAnyOrder("kafka-1", "kafka-3", "kafka-4", "gateway-1");
        }
    }
}
