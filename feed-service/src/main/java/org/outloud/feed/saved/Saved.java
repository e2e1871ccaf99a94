package org.outloud.feed.saved;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How somebody keeps a post: for their eyes only. */
record Saved(@Nullable String folder, @Nullable String note, Instant savedAt) {}
