package org.outloud.community.inventory;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.outloud.community.sql.Criteria;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.problem.Invalid;

/**
 * An order of the inventory. Entries without a value come last in each.
 *
 * @param word what clients call it
 * @param key the sort key, exactly as an index has it
 * @param direction of key and identifier alike, so that the index serves both
 * @param toText an entry's key as a cursor carries it
 * @param fromText the key back from a cursor
 */
record InventoryOrder(
        String word,
        String key,
        String direction,
        Function<InventoryEntry, String> toText,
        Function<String, Object> fromText) {

    private static final List<InventoryOrder> ALL = List.of(
            new InventoryOrder("name", "e.name collate \"und-x-icu\"", "asc", InventoryEntry::name, name -> name),
            new InventoryOrder(
                    "reviewBy",
                    "coalesce(e.review_by, date '9999-12-31')",
                    "asc",
                    entry -> Objects.toString(entry.reviewBy(), "9999-12-31"),
                    LocalDate::parse),
            new InventoryOrder(
                    "size",
                    "coalesce(e.size, -1)",
                    "desc",
                    entry -> Objects.toString(entry.size(), "-1"),
                    Integer::parseInt),
            new InventoryOrder(
                    "lastActivity",
                    "coalesce(e.last_activity, timestamptz '1970-01-01 00:00:00+00')",
                    "desc",
                    entry -> Objects.toString(entry.lastActivity(), Instant.EPOCH.toString()),
                    Instant::parse));

    /** The order of that name; by name when none is asked for. */
    static InventoryOrder of(@Nullable String word) {
        if (word == null) {
            return ALL.get(0);
        }
        return ALL.stream()
                .filter(order -> order.word.equals(word))
                .findFirst()
                .orElseThrow(
                        () -> Invalid.field("sort", "unknown-value", "One of name, reviewBy, size, lastActivity."));
    }

    String sql() {
        return "order by " + key + " " + direction + ", e.id " + direction;
    }

    Cursor place(InventoryEntry entry) {
        return new Cursor.Named(word + " " + toText.apply(entry), entry.id());
    }

    void behind(Cursor.Named place, Criteria criteria) {
        String prefix = word + " ";
        if (!place.key().startsWith(prefix)) {
            throw Invalid.field("cursor", "bad-cursor", "This cursor belongs to another order.");
        }
        String beyond = direction.equals("asc") ? ">" : "<";
        Object from = read(place.key().substring(prefix.length()));
        criteria.and("(" + key + ", e.id) " + beyond + " (:key, :id)", "key", from)
                .with("id", place.id());
    }

    private Object read(String text) {
        try {
            return fromText.apply(text);
        } catch (DateTimeException | NumberFormatException e) {
            throw Invalid.field("cursor", "bad-cursor", "This cursor was not handed out here.");
        }
    }
}
