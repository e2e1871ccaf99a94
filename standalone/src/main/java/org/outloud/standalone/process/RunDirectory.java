package org.outloud.standalone.process;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What runs, on disk: one record a process, and a lock that the launcher holds as long as it lives. */
public final class RunDirectory {

    /** The name under which the launcher records itself. */
    public static final String LAUNCHER = "outloud";

    private static final String SUFFIX = ".properties";

    private final Path folder;

    public RunDirectory(Path folder) {
        this.folder = folder;
    }

    /** What needs the lock. */
    @FunctionalInterface
    public interface Action {
        void run() throws IOException, InterruptedException;
    }

    /**
     * Does what must not happen while a launcher runs.
     *
     * @return false, and nothing was done, when one does
     */
    public boolean whileNothingRuns(Action action) throws IOException, InterruptedException {
        Optional<Closeable> lock = lock();
        if (lock.isEmpty()) {
            return false;
        }
        try {
            action.run();
            return true;
        } finally {
            lock.get().close();
        }
    }

    /**
     * Takes the lock, which the operating system gives back however this process ends.
     *
     * @return empty when another launcher holds it
     */
    public Optional<Closeable> lock() {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Writes a record so that a reader sees the old one or the new one, never half of it. */
    public void write(ProcessRecord record) {
        try {
            Files.createDirectories(folder);
            Path partial = folder.resolve(record.name() + ".new");
            try (Writer writer = Files.newBufferedWriter(partial)) {
                record.toProperties().store(writer, null);
            }
            Files.move(
                    partial,
                    folder.resolve(record.name() + SUFFIX),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void remove(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + SUFFIX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<ProcessRecord> read(String name) {
        try (Reader reader = Files.newBufferedReader(folder.resolve(name + SUFFIX))) {
            Properties properties = new Properties();
            properties.load(reader);
            return Optional.of(ProcessRecord.of(properties));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher's record, if that launcher lives. */
    public Optional<ProcessRecord> launcher() {
        return read(LAUNCHER).filter(record -> record.process().isPresent());
    }

    /** Every record but the launcher's, by name. */
    public List<ProcessRecord> processes() {
        List<ProcessRecord> records = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .filter(name -> !name.equals(LAUNCHER))
                    .sorted()
                    .forEach(name -> read(name).ifPresent(records::add));
        } catch (NoSuchFileException e) {
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }
}
