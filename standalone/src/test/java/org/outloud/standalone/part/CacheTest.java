package org.outloud.standalone.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {

    @TempDir
    Path folder;

    @Test
    void aFolderIsMadeOnce() throws Exception {
        AtomicInteger times = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            Cache.once(folder.resolve("keycloak"), partial -> {
                times.incrementAndGet();
                Files.writeString(partial.resolve("file"), "content");
            });
        }
        assertThat(times).hasValue(1);
        assertThat(folder.resolve("keycloak/file")).hasContent("content");
    }

    @Test
    void aFolderThatCouldNotBeFinishedIsNotThere() {
        assertThatThrownBy(() -> Cache.once(folder.resolve("keycloak"), partial -> {
                    Files.writeString(partial.resolve("half"), "");
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anArchiveCannotWriteOutsideOfItsFolder() throws Exception {
        Path zip = folder.resolve("evil.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            entries.putNextEntry(new ZipEntry("inner/../../../evil"));
        }
        assertThatThrownBy(() -> Archives.unzipInner(zip, folder.resolve("target")))
                .isInstanceOf(IOException.class);
    }
}
