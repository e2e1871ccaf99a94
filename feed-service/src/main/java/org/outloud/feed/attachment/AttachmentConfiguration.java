package org.outloud.feed.attachment;

import java.time.Duration;
import org.outloud.platform.db.Pruning;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets what was sent and never posted. */
@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {

    private static final Duration KEPT = Duration.ofDays(1);

    @Bean
    Pruning pruningOfUnusedAttachments(Attachments attachments) {
        return new Pruning("attachment", () -> attachments.forgetUnused(KEPT));
    }
}
