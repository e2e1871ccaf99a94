package org.outloud.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fault of the input.
 *
 * @param field path of the field, such as {@code audience.communityId}
 * @param code stable name of the fault, such as {@code too-long}
 * @param detail the fault in words
 * @param place where in the field, when only a part of it is meant
 */
public record FieldProblem(
        String field,
        String code,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Place place) {

    /**
     * A part of a text that a rule is about.
     *
     * @param rule the rule's id
     * @param name what the rule looks for
     * @param from index of the first UTF-16 unit
     * @param to index behind the last one
     */
    public record Place(UUID rule, String name, int from, int to) {}

    /** About the field as a whole. */
    public FieldProblem(String field, String code, String detail) {
        this(field, code, detail, null);
    }
}
