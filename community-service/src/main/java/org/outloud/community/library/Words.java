package org.outloud.community.library;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.outloud.community.inventory.EntryDetails;
import org.outloud.platform.problem.Invalid;

/**
 * What an entry says.
 *
 * @param body Markdown; of a link or a post, why it is kept
 * @param url of a link only
 */
record Words(
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(max = 50_000) String body,
        @Nullable @Size(max = 2_000) String url) {

    /** Outer blanks mean nothing, and nothing is null. */
    Words {
        title = title == null ? "" : title.strip();
        body = body == null || body.isBlank() ? null : body;
        url = url == null || url.isBlank() ? null : url.strip();
    }

    /** Refuses what an entry of that kind cannot say. */
    Words of(Kind kind) {
        if (kind == Kind.PAGE && body == null) {
            throw Invalid.field("body", "required", "A page says something.");
        }
        if (kind == Kind.LINK && (url == null || !EntryDetails.isAddress(url))) {
            throw Invalid.field("url", "malformed", "An address that begins with https:, http: or mailto:.");
        }
        if (kind != Kind.LINK && url != null) {
            throw Invalid.field("url", "not-here", "Only a link has an address.");
        }
        return this;
    }
}
