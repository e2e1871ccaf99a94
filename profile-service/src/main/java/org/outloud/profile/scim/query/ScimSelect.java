package org.outloud.profile.scim.query;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.utils.JsonUtils;
import io.r2dbc.spi.Readable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.profile.scim.schema.Scim;
import tools.jackson.databind.node.ObjectNode;

/**
 * A query as SQL. Resources without a value for the order stand behind all others, and before them when the order is
 * descending; the identifier decides between equals, so that pages by cursor neither repeat nor miss a resource.
 */
public final class ScimSelect {

    private final ScimQuery query;
    private final ScimFilter filter;
    private final @Nullable ScimAttribute order;
    private final @Nullable ScimCursor after;
    private final String stamp;

    private ScimSelect(
            ScimQuery query,
            ScimFilter filter,
            @Nullable ScimAttribute order,
            @Nullable ScimCursor after,
            String stamp) {
        this.query = query;
        this.filter = filter;
        this.order = order;
        this.after = after;
        this.stamp = stamp;
    }

    /** Translates a query. */
    public static ScimSelect of(ScimQuery query, ScimAttributes attributes) throws BadRequestException {
        ScimFilter filter = ScimFilter.of(query.filter(), attributes, query.origin());
        ScimAttribute order = query.sortBy() == null ? null : attributes.orderBy(query.sortBy());
        String stamp = Integer.toHexString(
                Objects.hash(attributes.core(), query.filter(), query.sortBy(), query.descending()));
        String cursor = query.cursor();
        ScimCursor after = cursor == null || cursor.isEmpty() ? null : ScimCursor.read(cursor, stamp);
        return new ScimSelect(query, filter, order, after, stamp);
    }

    /**
     * What the database is asked.
     *
     * @param sql fixed texts only; what the client sent stands in the values
     */
    public record Statement(String sql, Map<String, Object> values) {}

    /** How many resources fulfil the filter. */
    public Statement count(String from) {
        return new Statement("select count(*) from " + from + " and " + filter.condition(), filter.values());
    }

    /**
     * The page, and one more by which to see whether another follows.
     *
     * @param columns a fixed text
     * @param from a fixed text: {@code <table> <alias> where <condition>}
     * @param id the identifier's column
     */
    public Statement list(String columns, String from, String id) {
        String absent = order == null ? "false" : "((" + order.text() + ") is null)";
        String key = order == null ? "''" : "(coalesce(" + order.text() + ", '') collate \"C\")";
        Map<String, Object> values = new HashMap<>(filter.values());
        StringBuilder statement = new StringBuilder("select ")
                .append(columns)
                .append(", ")
                .append(absent)
                .append(" as sort_absent, ")
                .append(key)
                .append(" as sort_key, ")
                .append(id)
                .append(" as sort_id from ")
                .append(from)
                .append(" and ")
                .append(filter.condition());
        if (after != null) {
            statement.append(order == null ? " and " + id : " and (" + absent + ", " + key + ", " + id + ")");
            statement.append(query.descending() ? " < " : " > ");
            statement.append(order == null ? ":cursorId" : "(:cursorAbsent, :cursorKey, :cursorId)");
            values.put("cursorId", after.id());
            if (order != null) {
                values.put("cursorAbsent", after.absent());
                values.put("cursorKey", after.key());
            }
        }
        String direction = query.descending() ? " desc" : "";
        statement.append(" order by ");
        if (order != null) {
            statement
                    .append(absent)
                    .append(direction)
                    .append(", ")
                    .append(key)
                    .append(direction)
                    .append(", ");
        }
        statement.append(id).append(direction).append(" offset :offset limit :most");
        values.put("offset", query.cursor() == null ? query.startIndex() - 1L : 0L);
        values.put("most", query.count() + 1);
        return new Statement(statement.toString(), values);
    }

    /**
     * A row of a page.
     *
     * @param text the first column
     */
    public record Row(String text, ScimCursor place) {

        /** Reads what {@link #list} selects. */
        public static Row of(Readable row) {
            return new Row(
                    Objects.requireNonNull(row.get(0, String.class)),
                    new ScimCursor(
                            Boolean.TRUE.equals(row.get("sort_absent", Boolean.class)),
                            Objects.requireNonNull(row.get("sort_key", String.class)),
                            Objects.requireNonNull(row.get("sort_id", UUID.class))));
        }
    }

    /** Those of the rows that are on the page. */
    public List<Row> page(List<Row> rows) {
        return rows.size() > query.count() ? rows.subList(0, query.count()) : rows;
    }

    /** The answer. */
    public ObjectNode listing(long total, List<Row> rows, List<ObjectNode> shown) {
        ObjectNode list = listing(total, shown);
        if (query.cursor() == null) {
            list.put("startIndex", query.startIndex());
        } else if (rows.size() > query.count() && query.count() > 0) {
            list.put("nextCursor", rows.get(query.count() - 1).place().write(stamp));
        }
        return list;
    }

    /** An answer that is all there is. */
    public static ObjectNode listing(long total, List<ObjectNode> shown) {
        ObjectNode list = JsonUtils.getJsonNodeFactory().objectNode();
        list.putArray("schemas").add(Scim.MESSAGES + "ListResponse");
        list.put("totalResults", total).put("itemsPerPage", shown.size());
        list.putArray("Resources").addAll(shown);
        return list;
    }
}
