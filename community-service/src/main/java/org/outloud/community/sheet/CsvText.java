package org.outloud.community.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as comma-separated values that a spreadsheet opens as they are: UTF-8 with a mark, no cell a formula. */
public final class CsvText {

    /** The mark by which spreadsheets know UTF-8. */
    public static final String MARK = "\uFEFF";

    private CsvText() {}

    /** One row. */
    public static String row(char separator, List<@Nullable String> cells) {
        StringWriter text = new StringWriter();
        CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(text)
                .writeRecord(cells.stream()
                        .map(cell -> cell == null ? "" : Cells.harmless(cell))
                        .toList());
        return text.toString();
    }
}
