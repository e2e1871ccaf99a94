package org.outloud.feed.sanction;

import java.util.stream.Stream;
import org.outloud.platform.security.Admission;
import org.outloud.platform.security.ClosedToSuspended;
import org.outloud.platform.security.Suspensions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stays open to whoever is suspended. */
@Configuration(proxyBeanMethods = false)
class SuspensionConfiguration {

    @Bean
    Admission admission(Suspensions suspensions) {
        return new ClosedToSuspended(suspensions, Stream.of(OPEN));
    }

    /** What nobody else sees, taking back what was said, and objecting. */
    static final String[] OPEN = {
        "POST /api/v1/audiences/preview",
        "POST /api/v1/moderation/cases/{id}/appeal",
        "POST /api/v1/moderation/sanctions/{id}/appeal",
        "DELETE /api/v1/posts/{id}",
        "DELETE /api/v1/posts/{id}/preview",
        "DELETE /api/v1/posts/{id}/reactions/{kind}",
        "DELETE /api/v1/posts/scheduled/{id}",
        "DELETE /api/v1/attachments/{id}",
        "PUT /api/v1/posts/{id}/saved",
        "DELETE /api/v1/posts/{id}/saved",
        "PUT /api/v1/posts/{id}/follow",
        "DELETE /api/v1/posts/{id}/follow",
        "PUT /api/v1/posts/{id}/mute",
        "DELETE /api/v1/posts/{id}/mute",
        "PUT /api/v1/drafts/{id}",
        "DELETE /api/v1/drafts/{id}",
        "PUT /api/v1/catch-up",
        "PUT /api/v1/catch-up/{id}",
        "PUT /api/v1/feeds/addresses",
        "DELETE /api/v1/feeds/addresses",
        "POST /api/v1/notifications/read",
        "PUT /api/v1/notifications/preferences",
    };
}
