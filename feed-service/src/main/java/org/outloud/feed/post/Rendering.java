package org.outloud.feed.post;

import java.util.List;
import org.outloud.contracts.PersonId;

/** What reading a post's Markdown brought: its HTML, its tags, and whom it mentions. */
record Rendering(Rendered rendered, List<String> tags, List<PersonId> mentions) {}
