package org.outloud.standalone.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * A JVM's own archive of the classes a program loads ("AppCDS"), which saves it nearly half its start. The first run
 * writes it at its orderly end; until then, or when the JVM finds that it no longer fits, the program starts without.
 */
final class ClassArchive {

    private final Path folder;
    private final String program;
    private final Path file;
    private final boolean wanted;

    /**
     * @param folder one of several of this program, each for one build of it
     * @param wanted whether to use and make one at all
     */
    ClassArchive(Path folder, String program, boolean wanted) {
        String jvm = System.getProperty("java.vm.version").replaceAll("[^A-Za-z0-9.]", "-");
        this.folder = folder;
        this.program = program;
        this.file = folder.resolve(program + "-" + jvm + ".jsa");
        this.wanted = wanted;
    }

    List<String> options() {
        if (!wanted) {
            return List.of();
        }
        if (Files.exists(file)) {
            return List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
        }
        return List.of("-XX:ArchiveClassesAtExit=" + partial(), "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /** How long the program needs to end: with an archive to write it is busy for a while. */
    Duration grace() {
        return wanted && !Files.exists(file) ? Duration.ofSeconds(60) : Duration.ofSeconds(20);
    }

    void prepare() throws IOException {
        if (wanted) {
            Files.createDirectories(folder);
            Files.deleteIfExists(partial());
        }
        if (Files.isDirectory(folder)) {
            Cache.spareFew(folder, program);
        }
    }

    /** Call when the program ended by itself: what it wrote is whole then. */
    void keep() throws IOException {
        if (wanted && Files.exists(partial())) {
            Files.move(partial(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path partial() {
        return Path.of(file + ".partial");
    }
}
