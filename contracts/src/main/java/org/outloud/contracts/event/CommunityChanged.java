package org.outloud.contracts.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;

/**
 * A community was founded or changed.
 *
 * @param visibility {@code open}, {@code closed} or {@code secret}
 * @param archived true once nobody may post there any more
 */
@EventType(value = "org.outloud.community.changed.v1", topic = Topics.COMMUNITIES)
public record CommunityChanged(
        CommunityId id,
        long version,
        String slug,
        String name,
        @Nullable String domain,
        String visibility,
        boolean archived,
        Instant at)
        implements Event {

    @Override
    public String key() {
        return id.toString();
    }
}
