package org.outloud.community.rule;

/**
 * A value that a condition may have.
 *
 * @param people how many are in the department or group, or report to the manager themselves
 */
record Choice(String value, String label, int people) {}
