package org.outloud.community.inventory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.outloud.community.sheet.CsvText;
import org.outloud.platform.security.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** Writing the inventory down, as one moment saw it. */
@Service
class ExportingInventory {

    private static final int PIECE = 100;

    private final ExportedInventory exported;
    private final JsonMapper json;

    ExportingInventory(ExportedInventory exported, JsonMapper json) {
        this.exported = exported;
        this.json = json;
    }

    /** Comma-separated values in pieces. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Flux<String> csv(Caller caller, InventoryQuery query, boolean members, char separator) {
        List<InventoryColumn> columns =
                members ? Arrays.asList(InventoryColumn.values()) : InventoryColumn.ofCommunities();
        List<@Nullable String> titles =
                columns.stream().<@Nullable String>map(InventoryColumn::title).toList();
        return rows(caller, query, members)
                .map(row -> CsvText.row(
                        separator,
                        columns.stream()
                                .<@Nullable String>map(column -> cell(row.get(column)))
                                .toList()))
                .buffer(PIECE)
                .map(texts -> String.join("", texts))
                .startWith(CsvText.MARK + CsvText.row(separator, titles));
    }

    /** A list of JSON objects in pieces, one object a line. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Flux<String> json(Caller caller, InventoryQuery query, boolean members) {
        Flux<String> objects = rows(caller, query, members).map(this::object);
        return Flux.concat(
                        Flux.just("["),
                        objects.index((index, object) -> (index == 0 ? "\n" : ",\n") + object),
                        Flux.just("\n]\n"))
                .buffer(PIECE)
                .map(texts -> String.join("", texts));
    }

    private Flux<Map<InventoryColumn, Object>> rows(Caller caller, InventoryQuery query, boolean members) {
        InventoryPolicy.mayEnter(caller);
        Flux<Map<InventoryColumn, Object>> communities = exported.communities(query, caller.id());
        return members
                ? communities.concatWith(Flux.defer(() -> exported.memberships(query, caller.id())))
                : communities;
    }

    private String object(Map<InventoryColumn, Object> row) {
        return json.writeValueAsString(row.entrySet().stream()
                .collect(Collectors.toMap(
                        cell -> cell.getKey().title(),
                        Map.Entry::getValue,
                        (one, other) -> one,
                        java.util.LinkedHashMap::new)));
    }

    /** Several in one cell stand with commas between them; a comma of a user name has a backslash before it. */
    private static @Nullable String cell(@Nullable Object value) {
        if (value instanceof List<?> names) {
            return names.stream()
                    .map(name -> String.valueOf(name).replaceAll("[,;]", "\\\\$0"))
                    .collect(Collectors.joining(", "));
        }
        return value == null ? null : value.toString();
    }
}
