package org.outloud.standalone.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Logs of bounded size: a full one is copied beside itself and emptied, while its process goes on appending. */
public final class LogFiles {

    private static final long MOST_BYTES = 8L << 20;
    private static final int TAIL_BYTES = 32 << 10;
    private static final int LONGEST_LINE = 200;

    private LogFiles() {}

    /** Creates the log's folder and moves a full log aside. */
    static void makeRoom(Path log) throws IOException {
        Path folder = log.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (Files.exists(log) && Files.size(log) > MOST_BYTES) {
            Files.copy(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
            try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
                file.setLength(0);
            }
        }
    }

    /** Moves every full log of the folder aside. */
    static void makeRoomIn(Path folder) {
        try (Stream<Path> logs = Files.list(folder)) {
            for (Path log :
                    logs.filter(file -> file.toString().endsWith(".log")).toList()) {
                makeRoom(log);
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line that most likely says why a process ended: the last error, else the last line; empty without a log. */
    static String lastWords(Path log) {
        List<String> lines;
        try {
            lines = tail(log).lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            return "";
        }
        String last = "";
        String error = "";
        for (String line : lines) {
            last = line;
            if (line.contains("ERROR") || line.contains("FATAL") || line.startsWith("Caused by:")) {
                error = line;
            }
        }
        String words = (error.isEmpty() ? last : error).strip();
        return words.length() > LONGEST_LINE ? words.substring(0, LONGEST_LINE) + "…" : words;
    }

    /** The end of a log, beginning with a whole line. */
    public static String tail(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - TAIL_BYTES);
            file.seek(from);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        }
    }
}
