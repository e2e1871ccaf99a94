package org.outloud.feed.post;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.problem.Invalid;

/**
 * A post as its author sends it.
 *
 * @param kind working out loud unless said otherwise
 * @param audience everyone unless said otherwise
 */
record PublishPostRequest(
        @Nullable String kind,
        @Nullable @Size(max = 20_000) String body,
        @Nullable @Size(max = 5_000) String doing,
        @Nullable @Size(max = 5_000) String learned,
        @Nullable @Size(max = 5_000) String need,
        @Nullable @Valid AudienceRequest audience,

        @Nullable @Null(message = "Posts cannot be scheduled yet.")
        Instant publishAt,

        @Nullable @Null(message = "Files cannot be attached yet.")
        List<Object> attachments) {

    Kind toKind() {
        if (kind == null) {
            return Kind.WORKING_OUT_LOUD;
        }
        return Kind.postable(kind)
                .orElseThrow(() -> Invalid.field(
                        "kind", "unknown-value", "One of " + String.join(", ", Kind.postableWords()) + "."));
    }

    Audience toAudience() {
        return audience == null ? new Audience.Everyone() : audience.toAudience();
    }

    Words toWords() {
        return Words.of(body, doing, learned, need);
    }
}
