package org.outloud.profile.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that wants to be told.
 *
 * @param owner the subject that made it
 * @param secret signs each message; in the manner of Standard Webhooks, {@code whsec_} and base64
 * @param events CloudEvents types
 * @param failures attempts that failed since the last that succeeded
 */
record Webhook(
        UUID id,
        long version,
        String owner,
        @Nullable String description,
        URI url,
        String secret,
        List<String> events,
        State state,
        int failures,
        Instant createdAt) {

    enum State {
        ACTIVE,
        PAUSED
    }
}
