package org.outloud.platform.imports;

/** What became of one line. */
public sealed interface LineOutcome {

    /** It made something new. */
    record Created() implements LineOutcome {}

    /** It changed what was there. */
    record Updated() implements LineOutcome {}

    /** All it says was so already. */
    record Unchanged() implements LineOutcome {}

    /** It waits for another line of the same phase, which it names; rejected when that never comes. */
    record Deferred(String field) implements LineOutcome {}

    /** It cannot be taken in. */
    record Rejected(String field, String code, String detail) implements LineOutcome {}

    /** See {@link Created}. */
    static LineOutcome created() {
        return new Created();
    }

    /** See {@link Updated}. */
    static LineOutcome updated() {
        return new Updated();
    }

    /** See {@link Unchanged}. */
    static LineOutcome unchanged() {
        return new Unchanged();
    }

    /** See {@link Deferred}. */
    static LineOutcome deferred(String field) {
        return new Deferred(field);
    }

    /** See {@link Rejected}. */
    static LineOutcome rejected(String field, String code, String detail) {
        return new Rejected(field, code, detail);
    }
}
