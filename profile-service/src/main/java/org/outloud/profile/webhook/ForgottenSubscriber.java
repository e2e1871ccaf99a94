package org.outloud.profile.webhook;

import org.outloud.profile.person.Person;
import org.outloud.profile.person.PersonalData;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** No message describes an erased person any more, and no webhook says that it is theirs. */
@Component
class ForgottenSubscriber implements PersonalData {

    private final Deliveries deliveries;
    private final Webhooks webhooks;

    ForgottenSubscriber(Deliveries deliveries, Webhooks webhooks) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
    }

    @Override
    public Mono<Void> erase(Person person) {
        String subject = person.subject();
        return deliveries.forget(person.id()).then(subject == null ? Mono.empty() : webhooks.disown(subject));
    }
}
