package org.outloud.platform.problem;

import java.util.List;
import org.springframework.http.HttpStatus;

/** The input breaks a rule that can be named with its field. */
public final class Invalid extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> errors;

    private Invalid(HttpStatus status, String code, List<FieldProblem> errors) {
        super(status, code);
        this.errors = errors;
    }

    /** One field breaks one rule; the detail is for people. */
    public static Invalid field(String field, String code, String detail) {
        return fields(List.of(new FieldProblem(field, code, detail)));
    }

    /** Several fields break rules. */
    public static Invalid fields(List<FieldProblem> errors) {
        return new Invalid(HttpStatus.BAD_REQUEST, "invalid-input", List.copyOf(errors));
    }

    /** The request reads well but cannot be done as it stands. */
    public static Invalid unprocessable(String code) {
        return new Invalid(HttpStatus.UNPROCESSABLE_CONTENT, code, List.of());
    }

    /** The request reads well, but what some of its fields say is not taken as it stands. */
    public static Invalid unprocessable(String code, List<FieldProblem> errors) {
        return new Invalid(HttpStatus.UNPROCESSABLE_CONTENT, code, List.copyOf(errors));
    }

    @Override
    public List<FieldProblem> errors() {
        return errors;
    }
}
