package org.outloud.community.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated values as spreadsheets write them (RFC 4180): with {@code ,}, {@code ;} or tabs between the
 * cells, line breaks in quotation marks, and perhaps {@code sep=} in front. The first row names the columns.
 */
final class CsvSheet implements Closeable {

    private static final int MOST_CELLS = 200;
    private static final int LONGEST_CELL = 1_000_000;
    private static final int HEAD = 65_536;

    private final QuoteCount text;
    private final CsvReader<CsvRecord> reader;
    private final java.util.Iterator<CsvRecord> records;
    private final char separator;
    private final List<String> columns;
    private final List<String> ignored;
    private final int width;
    private long row;
    private boolean lastBroken;

    /** Opens a file of these columns; others are ignored. */
    CsvSheet(TextFile file, List<String> known) throws IOException {
        String head = head(file);
        boolean hint = head.startsWith("sep=");
        this.separator = hint && head.length() > 4 ? head.charAt(4) : separator(head);
        this.text = new QuoteCount(file.reader());
        if (hint) {
            skipLine(text);
        }
        this.reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(2 * LONGEST_CELL)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MOST_CELLS)
                                .maxFieldSize(LONGEST_CELL)
                                .build(),
                        text);
        this.records = reader.iterator();
        List<String> names = header();
        this.ignored = new ArrayList<>();
        this.columns = columns(names, known);
        this.width = names.size();
    }

    String separator() {
        return String.valueOf(separator);
    }

    List<String> ignored() {
        return List.copyOf(ignored);
    }

    /** The next row that has anything in it; null after the last. */
    @Nullable
    SheetRow next() {
        for (CsvRecord found = read(); found != null; found = read()) {
            List<String> cells = found.getFields();
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                boolean tooLong = cells.stream().skip(width).anyMatch(cell -> !cell.isBlank());
                return SheetRow.of(row, columns, cells, tooLong);
            }
        }
        if (text.odd() && lastBroken) {
            throw TextFile.refused(
                    "unclosed-quote", "A quotation mark that opens in row " + row + " or before is never closed.");
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private @Nullable CsvRecord read() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            row++;
            CsvRecord found = records.next();
            lastBroken = found.getFields().stream().anyMatch(cell -> cell.indexOf('\n') >= 0);
            return found;
        } catch (CsvParseException e) {
            throw TextFile.refused(
                    "unreadable-row",
                    "Row " + (row + 1) + " cannot be read: it has more than " + MOST_CELLS
                            + " cells, a cell of more than " + LONGEST_CELL
                            + " characters, or text behind a closing quotation mark.");
        } catch (NoSuchElementException e) {
            return null;
        }
    }

    private List<String> header() {
        for (CsvRecord found = read(); found != null; found = read()) {
            if (found.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                return found.getFields();
            }
        }
        throw TextFile.refused("empty", "The file has no row.");
    }

    /** The known column that each named one is, without regard to case, blanks, hyphens and underscores; else empty. */
    private List<String> columns(List<String> names, List<String> known) {
        List<String> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            String column = known.stream()
                    .filter(one -> key(one).equals(key(name)))
                    .findFirst()
                    .orElse("");
            if (!column.isEmpty() && !seen.add(column)) {
                throw TextFile.refused("duplicate-column", "The column " + column + " is there twice.");
            }
            if (column.isEmpty() && !name.isBlank()) {
                ignored.add(name.length() > 120 ? name.substring(0, 120) : name);
            }
            found.add(column);
        }
        if (seen.isEmpty()) {
            throw TextFile.refused(
                    "no-columns", "The first row names the columns, and knows at least one of " + known + ".");
        }
        return found;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }

    private static String head(TextFile file) throws IOException {
        char[] head = new char[HEAD];
        try (Reader reader = file.reader()) {
            int length = 0;
            for (int read = 0; read >= 0 && length < HEAD; length += Math.max(read, 0)) {
                read = reader.read(head, length, HEAD - length);
            }
            return new String(head, 0, length);
        }
    }

    /** What stands most often between the names of the columns. */
    private static char separator(String head) {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < head.length(); i++) {
            char at = head.charAt(i);
            if (at == '"') {
                quoted = !quoted;
            } else if (!quoted && (at == '\n' || at == '\r') && counts[0] + counts[1] + counts[2] > 0) {
                break;
            } else if (!quoted) {
                counts[0] += at == ',' ? 1 : 0;
                counts[1] += at == ';' ? 1 : 0;
                counts[2] += at == '\t' ? 1 : 0;
            }
        }
        if (counts[1] > counts[0] && counts[1] >= counts[2]) {
            return ';';
        }
        return counts[2] > counts[0] ? '\t' : ',';
    }

    private static void skipLine(Reader reader) throws IOException {
        int at = reader.read();
        while (at >= 0 && at != '\n') {
            at = reader.read();
        }
    }
}
