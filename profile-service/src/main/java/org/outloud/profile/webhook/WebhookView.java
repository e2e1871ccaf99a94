package org.outloud.profile.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as its owner sees it.
 *
 * @param secret shown once, when it was made
 */
record WebhookView(
        UUID id,
        @Nullable String description,
        URI url,
        List<String> events,
        String state,
        int failures,
        Instant createdAt,
        long version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

    static WebhookView of(Webhook webhook) {
        return view(webhook, null);
    }

    static WebhookView withSecret(Webhook webhook) {
        return view(webhook, webhook.secret());
    }

    private static WebhookView view(Webhook webhook, @Nullable String secret) {
        return new WebhookView(
                webhook.id(),
                webhook.description(),
                webhook.url(),
                webhook.events(),
                webhook.state().name().toLowerCase(Locale.ROOT),
                webhook.failures(),
                webhook.createdAt(),
                webhook.version(),
                secret);
    }
}
