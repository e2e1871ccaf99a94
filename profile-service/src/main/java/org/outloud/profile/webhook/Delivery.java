package org.outloud.profile.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one webhook, as the log shows it.
 *
 * @param state {@code waiting}, {@code delivered} or {@code failed}
 * @param dueAt when the next attempt is due; null when there is none
 * @param status what the receiver answered last
 * @param failure why there was no answer, or not the right one
 */
record Delivery(
        UUID id,
        String type,
        String state,
        int attempts,
        @Nullable Instant dueAt,
        @Nullable Integer status,
        @Nullable String failure,
        Instant createdAt,
        @Nullable Instant doneAt) {}
