package org.outloud.community.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * The conditions of one query: fixed texts, of which only those stand in the statement that were asked for, so that the
 * planner sees no condition that does not matter. Values are always bound.
 */
public final class Criteria {

    private final StringJoiner conditions = new StringJoiner("\n  and ", "where ", "\n").setEmptyValue("");
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Adds a condition without a value. */
    public Criteria and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds a condition on one named value. */
    public Criteria and(String condition, String name, Object value) {
        return and(condition).with(name, value);
    }

    /** Binds one more value that a condition or the query names. */
    public Criteria with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** The query with the conditions in the place of {@code %s}, and all values bound. */
    public GenericExecuteSpec on(DatabaseClient database, String query) {
        return database.sql(query.replace("%s", conditions.toString())).bindValues(values);
    }
}
