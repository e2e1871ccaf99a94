package org.outloud.feed.guard;

import java.time.Instant;
import java.util.UUID;

/**
 * Words that should not be published.
 *
 * @param name what it finds, for people
 * @param expression a regular expression (RE2), without regard to case
 * @param advice what its finder is told to do
 * @param sample a text in which it finds something
 */
record GuardPattern(
        UUID id, String name, String expression, Effect effect, String advice, String sample, Instant createdAt) {}
