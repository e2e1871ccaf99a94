package org.outloud.platform.problem;

/**
 * One fault of the input.
 *
 * @param field path of the field, such as {@code audience.communityId}
 * @param code stable name of the fault, such as {@code too-long}
 * @param detail the fault in words
 */
public record FieldProblem(String field, String code, String detail) {}
