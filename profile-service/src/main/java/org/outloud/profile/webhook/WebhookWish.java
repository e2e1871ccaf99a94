package org.outloud.profile.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as it is asked for.
 *
 * @param events CloudEvents types, such as {@code org.outloud.person.changed.v1}
 */
record WebhookWish(
        @NotBlank @Size(max = 2000) String url,
        @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 100) String> events,
        @Nullable @Size(max = 200) String description) {}
