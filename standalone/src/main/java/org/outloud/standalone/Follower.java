package org.outloud.standalone;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what is appended to a log, line by line, also when the log is emptied or does not exist yet. */
final class Follower {

    private static final int MOST_BYTES = 1 << 20;

    private final Path log;
    private long position;
    private String rest = "";

    private Follower(Path log, long position) {
        this.log = log;
        this.position = position;
    }

    /** Begins with what is appended from now on. */
    static Follower fromEnd(Path log) throws IOException {
        return new Follower(log, Files.exists(log) ? Files.size(log) : 0);
    }

    /** The whole lines that came since the last call. */
    List<String> read() throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            if (file.length() < position) {
                position = 0;
            }
            byte[] bytes = new byte[(int) Math.min(file.length() - position, MOST_BYTES)];
            file.seek(position);
            file.readFully(bytes);
            position += bytes.length;
            return lines(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private List<String> lines(String text) {
        String all = rest + text;
        int end = all.lastIndexOf('\n') + 1;
        rest = all.substring(end);
        return all.substring(0, end).lines().toList();
    }
}
