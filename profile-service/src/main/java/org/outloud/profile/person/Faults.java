package org.outloud.profile.person;

import java.util.ArrayList;
import java.util.List;
import org.outloud.platform.problem.FieldProblem;
import org.outloud.platform.problem.Invalid;

/** Everything that is wrong with an input, so that it is told at once. */
public final class Faults {

    private final List<FieldProblem> found = new ArrayList<>();

    /** Notes one fault. */
    public void add(String field, String code, String detail) {
        found.add(new FieldProblem(field, code, detail));
    }

    /** Notes a text that is too long or that the database cannot keep. */
    public void checkText(String field, String text, int longest) {
        if (text.length() > longest) {
            add(field, "too-long", "At most " + longest + " characters.");
        }
        if (text.indexOf('\0') >= 0) {
            add(field, "nul-character", "NUL characters cannot be kept.");
        }
        if (text.codePoints().anyMatch(sign -> sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE)) {
            add(field, "half-character", "Half of a character cannot be kept.");
        }
    }

    /** Refuses the input if anything was noted. */
    public void refuse() {
        if (!found.isEmpty()) {
            throw Invalid.fields(found);
        }
    }
}
