package org.outloud.feed.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.problem.Invalid;

/**
 * A post as its author sends it.
 *
 * @param kind working out loud unless said otherwise
 * @param audience everyone unless said otherwise
 * @param publishAt at once unless said otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishPostRequest(
        @Nullable String kind,
        @Nullable @Size(max = 20_000) String body,
        @Nullable @Size(max = 5_000) String doing,
        @Nullable @Size(max = 5_000) String learned,
        @Nullable @Size(max = 5_000) String need,
        @Nullable @Valid AudienceRequest audience,

        @Nullable Instant publishAt,

        @Nullable @Size(max = 10) List<@Valid Attached> attachments) {

    /** The pictures and files that were sent for it. */
    public List<Attached> toAttachments() {
        return attachments == null ? List.of() : attachments;
    }

    /** What it becomes. */
    public Kind toKind() {
        if (kind == null) {
            return Kind.WORKING_OUT_LOUD;
        }
        return Kind.postable(kind)
                .orElseThrow(() -> Invalid.field(
                        "kind", "unknown-value", "One of " + String.join(", ", Kind.postableWords()) + "."));
    }

    /** Whom it is for. */
    public Audience toAudience() {
        return audience == null ? new Audience.Everyone() : audience.toAudience();
    }

    /** What it says. */
    public Words toWords() {
        return Words.of(body, doing, learned, need);
    }

    /** The same without its moment. */
    public PublishPostRequest unscheduled() {
        return new PublishPostRequest(kind, body, doing, learned, need, audience, null, attachments);
    }

    /** The same in other words. */
    public PublishPostRequest reworded(UnaryOperator<@Nullable String> words) {
        return new PublishPostRequest(
                kind,
                words.apply(body),
                words.apply(doing),
                words.apply(learned),
                words.apply(need),
                audience,
                publishAt,
                attachments);
    }
}
