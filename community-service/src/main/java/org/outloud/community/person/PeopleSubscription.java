package org.outloud.community.person;

import java.util.List;
import org.outloud.contracts.event.PersonChanged;
import org.outloud.platform.consumer.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

/** Follows the people topic. */
@Configuration(proxyBeanMethods = false)
class PeopleSubscription {

    @Bean
    Subscription communityPeople(People people, List<ComingAndGoing> listeners, List<Moving> movements) {
        return Subscription.named("community.people")
                .on(
                        PersonChanged.class,
                        told -> people.keep(told)
                                .flatMapMany(change -> Flux.concat(
                                        Flux.fromIterable(change.moved() ? movements : List.of())
                                                .concatMap(moving -> moving.moved(told.id(), change.managed())),
                                        Flux.fromIterable(change.cameOrWent() ? listeners : List.of())
                                                .concatMap(listener -> listener.changed(told.id()))))
                                .then());
    }
}
