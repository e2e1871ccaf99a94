package org.outloud.feed.draft;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.outloud.feed.post.AudienceRequest;

/**
 * A post as far as it is written: whatever was typed, also what would be too long to post.
 *
 * @param audience whom it is meant for, looked at only when it is posted
 */
record DraftText(
        @Nullable @Pattern(regexp = "working-out-loud|plain|question|link|story")
        String kind,

        @Nullable @Size(max = 1_000) String title,
        @Nullable @Size(max = 40_000) String body,
        @Nullable @Size(max = 4_000) String url,
        @Nullable @Size(max = 20_000) String doing,
        @Nullable @Size(max = 20_000) String learned,
        @Nullable @Size(max = 20_000) String need,
        @Nullable @Valid AudienceRequest audience) {

    /** The same in other words. */
    DraftText reworded(UnaryOperator<@Nullable String> words) {
        return new DraftText(
                kind,
                words.apply(title),
                words.apply(body),
                words.apply(url),
                words.apply(doing),
                words.apply(learned),
                words.apply(need),
                audience);
    }
}
