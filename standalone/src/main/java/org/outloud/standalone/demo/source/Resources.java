package org.outloud.standalone.demo.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The demo's text files, which travel in the jar. Lines that begin with {@code #} are remarks. */
public final class Resources {

    private Resources() {}

    /** All lines, blank ones included, stripped at both ends. */
    public static List<String> lines(String name) {
        try (InputStream file = Resources.class.getResourceAsStream("/demo/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The demo's file " + name + " is missing");
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of columns between bars; a missing last column is an empty text. */
    public static List<List<String>> rows(String name) {
        return lines(name).stream()
                .filter(line -> !line.isBlank())
                .map(line -> list(line, "|"))
                .toList();
    }

    /** Blocks of {@code key: value} lines, separated by blank lines. */
    public static List<Map<String, String>> blocks(String name) {
        List<Map<String, String>> blocks = new ArrayList<>();
        Map<String, String> block = new LinkedHashMap<>();
        for (String line : lines(name)) {
            if (line.isBlank()) {
                keep(block, blocks);
                block = new LinkedHashMap<>();
            } else {
                int colon = line.indexOf(':');
                block.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        keep(block, blocks);
        return blocks;
    }

    /** The stripped parts of a text between a separator. */
    public static List<String> list(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at).strip());
            from = at + separator.length();
        }
        parts.add(text.substring(from).strip());
        return parts;
    }

    private static void keep(Map<String, String> block, List<Map<String, String>> blocks) {
        if (!block.isEmpty()) {
            blocks.add(block);
        }
    }
}
