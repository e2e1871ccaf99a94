package org.outloud.community.landscape;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A post that the whole organisation may read, outside of any community.
 *
 * @param stems of its words and tags
 * @param words the same as written
 * @param tags those of the stems that are tags
 */
record Spoken(
        UUID post, UUID author, Instant at, boolean asks, List<String> stems, List<String> words, Set<String> tags) {}
