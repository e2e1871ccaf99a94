package org.outloud.profile.webhook;

import org.outloud.contracts.event.CommunityChanged;
import org.outloud.contracts.event.MembershipChanged;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.contracts.event.PersonErased;
import org.outloud.contracts.event.PostPublished;
import org.outloud.contracts.event.RecognitionChanged;
import org.outloud.platform.consumer.Subscription;
import org.outloud.platform.db.Pruning;
import org.outloud.platform.security.PathRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Which events become messages; nothing is told of secret communities or of threads that not everyone may read. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {

    private static final String SECRET = "secret";

    @Bean
    Subscription webhookFeed(TellingWebhooks telling, Deliveries deliveries) {
        return Subscription.named("profile.webhooks")
                .on(PersonChanged.class, event -> telling.tell(event, event.at(), null))
                .on(
                        PersonErased.class,
                        event -> deliveries.forget(event.id()).then(telling.tell(event, event.at(), null)))
                .on(
                        CommunityChanged.class,
                        event -> deliveries
                                .keep(event)
                                .then(
                                        event.visibility().equals(SECRET)
                                                ? Mono.empty()
                                                : telling.tell(event, event.at(), event.id())))
                .on(MembershipChanged.class, event -> telling.tell(event, event.at(), event.communityId()))
                .on(
                        PostPublished.class,
                        event -> event.inReplyTo() == null && isForEveryone(event)
                                ? deliveries.keepThread(event)
                                : Mono.empty())
                .on(
                        RecognitionChanged.class,
                        event -> deliveries
                                .isOpenThread(event.rootId().value())
                                .filter(open -> open)
                                .flatMap(open -> telling.tell(event, event.at(), null)));
    }

    private static boolean isForEveryone(PostPublished event) {
        return event.audience().equals("everyone") || event.audience().equals("community");
    }

    @Bean
    PathRules onlyForSystemsOfTheOrganisation() {
        return paths -> paths.pathMatchers("/api/v1/webhooks/**").hasAnyRole("scim", "learning", "admin");
    }

    @Bean
    Pruning deliveryPruning(Deliveries deliveries, WebhookProperties properties) {
        return new Pruning("webhook_delivery", () -> deliveries.forget(properties.remembered()));
    }
}
