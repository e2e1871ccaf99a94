package org.outloud.feed.post;

import org.jspecify.annotations.Nullable;

/** The {@link Words} as sanitised HTML. */
record Rendered(
        @Nullable String body,
        @Nullable String doing,
        @Nullable String learned,
        @Nullable String need) {}
