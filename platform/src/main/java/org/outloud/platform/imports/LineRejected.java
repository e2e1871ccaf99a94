package org.outloud.platform.imports;

/** A line that cannot be taken in, and why. */
public final class LineRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String code;

    /** Names field and fault; the detail is for the person who mends the file. */
    public LineRejected(String field, String code, String detail) {
        super(detail, null, false, false);
        this.field = field;
        this.code = code;
    }

    /** What became of the line. */
    public LineOutcome outcome() {
        return LineOutcome.rejected(field, code, String.valueOf(getMessage()));
    }
}
