package org.outloud.profile.expert;

import org.outloud.contracts.event.AnswerChanged;
import org.outloud.contracts.event.CommunityChanged;
import org.outloud.contracts.event.MembershipChanged;
import org.outloud.contracts.event.PostDeleted;
import org.outloud.contracts.event.PostPublished;
import org.outloud.contracts.event.RecognitionChanged;
import org.outloud.platform.consumer.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows what people write, answer and thank for, and who may read it. */
@Configuration(proxyBeanMethods = false)
class EvidenceSubscription {

    @Bean
    Subscription evidenceOfExperts(Evidence evidence) {
        return Subscription.named("profile.evidence")
                .on(PostPublished.class, evidence::keep)
                .on(PostDeleted.class, evidence::keep)
                .on(RecognitionChanged.class, evidence::keep)
                .on(AnswerChanged.class, evidence::keep)
                .on(CommunityChanged.class, evidence::keep)
                .on(MembershipChanged.class, evidence::keep);
    }
}
