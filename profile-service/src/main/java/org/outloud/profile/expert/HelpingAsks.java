package org.outloud.profile.expert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.outloud.contracts.event.AskWaiting;
import org.outloud.contracts.event.HelpersFound;
import org.outloud.platform.consumer.Subscription;
import org.outloud.platform.outbox.Outbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/**
 * Looks for people who could help with an ask that waits, as the asker would find them. Who of them may read it, and was not
 * asked too often, is for the service to say that keeps the ask.
 */
@Configuration(proxyBeanMethods = false)
class HelpingAsks {

    /** More than are asked in the end: some may not read the ask, and some were asked today already. */
    private static final int MOST = 20;

    /** What tells most about knowing first. */
    private static final List<Reason.Kind> KNOWING =
            List.of(Reason.Kind.ANSWERS, Reason.Kind.ASK_ME_ABOUT, Reason.Kind.SKILL, Reason.Kind.POSTS);

    @Bean
    Subscription helpersForAsks(FindingExperts finding, Outbox outbox) {
        return Subscription.named("profile.asks")
                .on(AskWaiting.class, ask -> helpers(ask, finding).flatMap(outbox::append));
    }

    private static Mono<HelpersFound> helpers(AskWaiting ask, FindingExperts finding) {
        return finding.find(Topic.from(ask.topic()), ask.asker(), MOST, Locale.ENGLISH)
                .map(experts -> new HelpersFound(
                        ask.postId(),
                        experts.stream()
                                .flatMap(expert -> helper(expert).stream())
                                .toList(),
                        Instant.now()));
    }

    private static Optional<HelpersFound.Helper> helper(Expert expert) {
        return KNOWING.stream()
                .flatMap(kind -> expert.reasons().stream().filter(reason -> reason.kind() == kind))
                .findFirst()
                .map(reason -> new HelpersFound.Helper(
                        expert.person().id(),
                        reason.kind().word(),
                        reason.evidence().get(0).text(),
                        reason.count()));
    }
}
