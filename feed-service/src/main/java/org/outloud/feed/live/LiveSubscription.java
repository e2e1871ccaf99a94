package org.outloud.feed.live;

import org.outloud.contracts.event.PersonChanged;
import org.outloud.contracts.event.PersonErased;
import org.outloud.contracts.event.RecognitionChanged;
import org.outloud.platform.consumer.Subscription;
import org.outloud.platform.outbox.Outbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Turns what happened into signals for open streams; posts signal from the timeline, once they can be read there. */
@Configuration(proxyBeanMethods = false)
class LiveSubscription {

    @Bean
    Subscription liveFeed(Outbox outbox) {
        return Subscription.named("feed.live")
                .on(RecognitionChanged.class, event -> outbox.append(LiveSignal.thanked(event)))
                .on(PersonErased.class, event -> outbox.append(LiveSignal.left(event.id())))
                .on(
                        PersonChanged.class,
                        event -> event.active() ? Mono.empty() : outbox.append(LiveSignal.left(event.id())));
    }
}
