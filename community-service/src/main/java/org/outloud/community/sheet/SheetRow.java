package org.outloud.community.sheet;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet.
 *
 * @param number as a spreadsheet counts: the row of column names is the first, or the first object of a list
 * @param cells by column, without the empty ones
 * @param json the object, when the sheet is a list of them
 * @param tooLong whether it has cells beyond the last named column
 */
public record SheetRow(
        long number, Map<String, String> cells, @Nullable String json, boolean tooLong) {

    static SheetRow of(long number, List<String> columns, List<String> cells, boolean tooLong) {
        Map<String, String> named = new java.util.LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            String cell = Cells.plain(cells.get(i));
            if (!columns.get(i).isEmpty() && !cell.isBlank()) {
                named.put(columns.get(i), cell);
            }
        }
        return new SheetRow(number, named, null, tooLong);
    }

    static SheetRow of(long number, String json) {
        return new SheetRow(number, Map.of(), json, false);
    }
}
