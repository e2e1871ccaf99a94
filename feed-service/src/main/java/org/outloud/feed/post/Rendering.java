package org.outloud.feed.post;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;

/**
 * What reading a post's Markdown brought: its HTML, its tags, and whom it mentions.
 *
 * @param link the first page elsewhere that it leads to
 */
record Rendering(
        Rendered rendered,
        List<String> tags,
        List<PersonId> mentions,
        @Nullable String link) {}
