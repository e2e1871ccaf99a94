package org.outloud.profile.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change to a webhook: what is absent stays. Setting a paused one active begins delivering what waited. */
record WebhookEdit(
        @Nullable @Size(max = 2000) String url,
        @Nullable @Size(min = 1, max = 20) List<@NotBlank @Size(max = 100) String> events,
        @Nullable @Size(max = 200) String description,
        @Nullable @Pattern(regexp = "active|paused") String state) {}
