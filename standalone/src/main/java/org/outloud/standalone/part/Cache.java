package org.outloud.standalone.part;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that are made once and whole: what is there under its final name was finished. */
public final class Cache {

    private static final int SPARED = 3;

    private Cache() {}

    /** Makes the content of a folder. */
    @FunctionalInterface
    interface Making {
        void in(Path partial) throws IOException, InterruptedException;
    }

    /** The folder, made now if it was not there. When two make it at once, one of them wins. */
    static Path once(Path folder, Making making) throws IOException, InterruptedException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException(folder + " has no parent");
        }
        Files.createDirectories(parent);
        Path partial = Files.createTempDirectory(parent, folder.getFileName() + ".partial");
        try {
            making.in(partial);
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            return folder;
        } finally {
            delete(partial);
        }
        return folder;
    }

    /**
     * Marks a folder as used now and deletes those of the same program that were not used for longest. Some are spared,
     * since another instance may run from them.
     *
     * @param program what the names of its folders begin with
     */
    static void spareFew(Path folder, String program) throws IOException {
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null) {
            return;
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            List<Path> lastUsedFirst = siblings.filter(
                            sibling -> String.valueOf(sibling.getFileName()).startsWith(program + "-"))
                    .sorted(Comparator.comparingLong(
                                    (Path sibling) -> sibling.toFile().lastModified())
                            .reversed())
                    .toList();
            for (Path sibling : lastUsedFirst.subList(Math.min(SPARED, lastUsedFirst.size()), lastUsedFirst.size())) {
                delete(sibling);
            }
        }
    }

    /** Spares the copy of this program that {@code ./outloud} runs from, and some others. */
    public static void spareLauncher(Path apps) throws IOException {
        Path code = Path.of(URI.create(
                Cache.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        Path folder = code.getParent();
        if (folder != null && apps.equals(folder.getParent())) {
            spareFew(folder, "launcher");
        }
    }

    /** Deletes a file or a folder with all that is in it; what is not there needs no deleting. */
    public static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
