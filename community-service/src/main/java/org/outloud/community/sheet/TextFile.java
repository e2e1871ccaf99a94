package org.outloud.community.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.outloud.platform.problem.Invalid;

/**
 * A file of text in one of the encodings that spreadsheets write: UTF-8 with a mark or without, UTF-16 with a mark, else
 * Windows-1252.
 */
record TextFile(Path path, Charset charset, int mark) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int PIECE = 16_384;

    /** Finds the encoding; refuses what is no text. */
    static TextFile open(Path path) throws IOException {
        byte[] head = head(path);
        if (head.length == 0) {
            throw refused("empty", "The file is empty.");
        }
        if (head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
            throw refused("spreadsheet", "This is a workbook or an archive. Save it as CSV UTF-8 and send that.");
        }
        for (TextFile candidate : candidates(path, head)) {
            if (candidate.reads()) {
                return candidate;
            }
        }
        throw refused("unknown-charset", "The text is neither UTF-8, UTF-16 with a mark, nor Windows-1252.");
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(4);
        }
    }

    private static List<TextFile> candidates(Path path, byte[] head) {
        if (head.length > 2 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return List.of(new TextFile(path, StandardCharsets.UTF_8, 3));
        }
        if (head.length > 1 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return List.of(new TextFile(path, StandardCharsets.UTF_16LE, 2));
        }
        if (head.length > 1 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return List.of(new TextFile(path, StandardCharsets.UTF_16BE, 2));
        }
        return List.of(new TextFile(path, StandardCharsets.UTF_8, 0), new TextFile(path, WINDOWS, 0));
    }

    private boolean reads() throws IOException {
        char[] piece = new char[PIECE];
        try (Reader reader = reader()) {
            for (int read = reader.read(piece); read >= 0; read = reader.read(piece)) {
                for (int i = 0; i < read; i++) {
                    if (piece[i] == '\0') {
                        throw refused("not-text", "The file has NUL characters: it is no text.");
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The text behind the mark; faults of the encoding are thrown. */
    Reader reader() throws IOException {
        InputStream in = Files.newInputStream(path);
        in.skipNBytes(mark);
        return new BufferedReader(new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    static Invalid refused(String code, String detail) {
        return Invalid.field("file", code, detail);
    }
}
