package org.outloud.feed.attachment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture or file as clients see it.
 *
 * @param kind {@code picture} or {@code file}
 * @param name as its sender called it
 * @param size in bytes, as it is served
 * @param width in pixels, of a picture
 * @param height in pixels, of a picture
 */
record Attachment(
        UUID id,
        String kind,
        String name,
        String mediaType,
        int size,
        @Nullable Integer width,
        @Nullable Integer height) {

    /** Where it is served. */
    @JsonProperty
    String url() {
        return "/api/v1/attachments/" + id;
    }
}
