package org.outloud.standalone.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads an export of another platform into files that can be imported. */
public final class ReadingHistory {

    private ReadingHistory() {}

    /**
     * What became of an export.
     *
     * @param written lines by kind
     * @param left what could not be carried over, or not as it was, and how often
     */
    public record Outcome(Map<String, Long> written, Map<String, Long> left) {}

    /**
     * Reads.
     *
     * @param platform {@code slack} or {@code viva-engage}
     * @param withPrivate whether private channels and groups are carried over
     * @throws Unreadable when the file is not what it should be
     */
    public static Outcome read(String platform, Path file, Path folder, UserNames userNames, boolean withPrivate)
            throws IOException {
        Export export = switch (platform.toLowerCase(Locale.ROOT)) {
            case "slack" -> new SlackExport(userNames, withPrivate);
            case "viva-engage" -> new VivaEngageExport(userNames, withPrivate);
            default -> throw new Unreadable("There are readers for slack and viva-engage.");
        };
        if (!Files.isRegularFile(file)) {
            throw new Unreadable("There is no file " + file + ".");
        }
        try (ZipFile zip = new ZipFile(file.toFile());
                Lines lines = new Lines(folder)) {
            export.read(zip, lines);
            Lines.Report report = lines.report();
            return new Outcome(report.written(), report.left());
        } catch (ZipException e) {
            throw new Unreadable(file.getFileName() + " is not a ZIP file.", e);
        }
    }
}
