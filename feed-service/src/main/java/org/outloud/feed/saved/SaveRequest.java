package org.outloud.feed.saved;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where a post is kept and why; blank is none. */
record SaveRequest(
        @Nullable @Size(max = 60) String folder,
        @Nullable @Size(max = 1_000) String note) {

    static final SaveRequest PLAIN = new SaveRequest(null, null);

    @Nullable
    String folderName() {
        return present(folder);
    }

    @Nullable
    String noteText() {
        return present(note);
    }

    private static @Nullable String present(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
