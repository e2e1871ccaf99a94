package org.outloud.feed.post;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture or file that was sent before, as a post names it.
 *
 * @param description of a picture, for those who do not see it
 */
public record Attached(
        @NotNull UUID id, @Nullable @Size(max = 500) String description) {}
