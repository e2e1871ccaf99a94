package org.outloud.community.history;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.outloud.community.inventory.InventoryColumn;
import org.outloud.community.sheet.SheetRow;
import org.outloud.platform.imports.ImportRow;
import org.outloud.platform.imports.LineRejected;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of an inventory as people write them in a table, made lines of an import. An empty cell says nothing. A row that
 * names a person is a membership unless it says otherwise.
 */
@Component
class InventoryFile {

    private static final String TYPE = InventoryColumn.TYPE.title();
    private static final String PERSON = InventoryColumn.PERSON.title();
    private static final Set<String> WORDS = Set.of(
            TYPE,
            InventoryColumn.STAGE.title(),
            InventoryColumn.VISIBILITY.title(),
            InventoryColumn.ROLE.title(),
            InventoryColumn.REVIEW_BY.title());
    private static final Set<String> INSTANTS = Set.of(
            InventoryColumn.LAST_ACTIVITY.title(),
            InventoryColumn.CREATED_AT.title(),
            InventoryColumn.ARCHIVED_AT.title(),
            InventoryColumn.SINCE.title());
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("(?<!\\\\)[,;\\n]");

    private final JsonMapper json;

    InventoryFile(JsonMapper json) {
        this.json = json;
    }

    /** The row as a line. */
    ImportRow line(SheetRow row) {
        if (row.tooLong()) {
            return ImportRow.unread(
                    row.number(),
                    new LineRejected("", "too-many-cells", "This row has more cells than there are columns."));
        }
        ObjectNode line = json.createObjectNode();
        if (row.json() != null) {
            JsonNode said = json.readTree(row.json());
            if (!said.isObject()) {
                return ImportRow.unread(
                        row.number(), new LineRejected("", "malformed-json", "This is not a JSON object."));
            }
            line.setAll((ObjectNode) said);
        }
        row.cells().forEach((column, cell) -> line.set(column, value(column, cell)));
        if (!line.hasNonNull(TYPE)) {
            line.put(TYPE, line.hasNonNull(PERSON) ? "membership" : "community");
        }
        return ImportRow.of(row.number(), line.toString());
    }

    private JsonNode value(String column, String cell) {
        if (column.equals(InventoryColumn.STEWARDS.title())) {
            return json.valueToTree(names(cell));
        }
        String text = cell.strip();
        if (column.equals(InventoryColumn.SIZE.title()) && NUMBER.matcher(text).matches()) {
            return json.valueToTree(Integer.valueOf(text));
        }
        if (WORDS.contains(column)) {
            return json.valueToTree(isoDate(text.toLowerCase(Locale.ROOT)));
        }
        if (INSTANTS.contains(column)) {
            String date = isoDate(text);
            return json.valueToTree(DATE.matcher(date).matches() ? date + "T00:00:00Z" : date);
        }
        return json.valueToTree(cell);
    }

    private static List<String> names(String cell) {
        return Stream.of(BETWEEN_NAMES.split(cell))
                .map(name -> name.replaceAll("\\\\([,;])", "$1").strip())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** A date as it is written with dots, in the order of ISO 8601; any other text as it is. */
    private static String isoDate(String text) {
        Matcher dotted = DOTTED.matcher(text);
        return dotted.matches()
                ? "%s-%2s-%2s"
                        .formatted(dotted.group(3), dotted.group(2), dotted.group(1))
                        .replace(' ', '0')
                : text;
    }
}
