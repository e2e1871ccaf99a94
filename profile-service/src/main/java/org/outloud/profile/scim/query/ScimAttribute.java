package org.outloud.profile.scim.query;

/**
 * An attribute as SQL sees it.
 *
 * @param sql a fixed expression, null where the attribute has no value
 */
public record ScimAttribute(Kind kind, String sql) {

    /** How values compare. */
    enum Kind {
        /** Without case. */
        WORDS,
        /** Without case; the expression is folded already, see {@link org.outloud.profile.person.Folded}. */
        FOLDED,
        /** Letter by letter. */
        EXACT,
        /** Letter by letter; the expression is the path, before which the origin belongs that the client knows. */
        ADDRESS,
        /** A UUID, written in lower case. */
        ID,
        FLAG,
        TIME
    }

    /** The expression as values are ordered and searched. */
    String key() {
        return switch (kind) {
            case WORDS -> "lower((" + sql + ") collate \"pg_c_utf8\")";
            case FOLDED, EXACT, ADDRESS -> "((" + sql + ") collate \"C\")";
            case ID -> "((" + sql + ")::text collate \"C\")";
            case FLAG, TIME -> sql;
        };
    }

    /** The expression as a text whose bytes are in the order of the values. */
    String text() {
        return switch (kind) {
            case FLAG -> "(case when " + sql + " then '1' when not " + sql + " then '0' end)";
            case TIME -> "to_char(" + sql + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US')";
            default -> key();
        };
    }
}
