package org.outloud.community.landscape;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A topic that many speak of and no community serves.
 *
 * @param words those that belong to it, the most used first
 * @param weeks posts in each of the weeks that were looked at, oldest first
 * @param examples some of the posts, questions first
 * @param nearest the entry that has most of its words
 * @param share how much of the topic's words that one has
 */
record Gap(
        String label,
        List<String> words,
        int people,
        int posts,
        int asks,
        List<Integer> weeks,
        List<UUID> examples,
        @Nullable UUID nearest,
        double share) {}
