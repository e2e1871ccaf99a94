package org.outloud.profile.webhook;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.outloud.platform.edit.IfMatch;
import org.outloud.platform.problem.Absent;
import org.outloud.platform.problem.Conflicting;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.problem.Stale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Making, changing and ending webhooks. */
@Service
class ManagingWebhooks {

    private static final long MOST = 50;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final TellingWebhooks telling;
    private final Destinations destinations;

    ManagingWebhooks(Webhooks webhooks, Deliveries deliveries, TellingWebhooks telling, Destinations destinations) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.telling = telling;
        this.destinations = destinations;
    }

    Mono<Webhook> create(Subscriber subscriber, WebhookWish wish) {
        URI url = destinations.check(wish.url());
        List<String> events = allowed(subscriber, wish.events());
        return webhooks.countOf(subscriber.subject()).flatMap(count -> {
            if (count >= MOST) {
                return Mono.error(new Conflicting("too-many-webhooks", MOST));
            }
            return webhooks.create(subscriber.subject(), wish, url, events);
        });
    }

    Mono<Webhook> find(Subscriber subscriber, UUID id) {
        return webhooks.find(id).switchIfEmpty(Mono.error(Absent::new)).map(subscriber::mayManage);
    }

    @Transactional
    public Mono<Webhook> edit(Subscriber subscriber, UUID id, IfMatch ifMatch, WebhookEdit edit) {
        return find(subscriber, id).flatMap(now -> {
            ifMatch.require(now.version());
            Webhook edited = new Webhook(
                    now.id(),
                    now.version(),
                    now.owner(),
                    edit.description() == null ? now.description() : edit.description(),
                    edit.url() == null ? now.url() : destinations.check(edit.url()),
                    now.secret(),
                    edit.events() == null ? now.events() : allowed(subscriber, edit.events()),
                    edit.state() == null
                            ? now.state()
                            : Webhook.State.valueOf(edit.state().toUpperCase(Locale.ROOT)),
                    now.failures(),
                    now.createdAt());
            return Objects.equals(edited, now)
                    ? Mono.just(now)
                    : webhooks.update(edited).switchIfEmpty(Mono.error(Stale::new));
        });
    }

    Mono<Void> remove(Subscriber subscriber, UUID id) {
        return find(subscriber, id).flatMap(webhook -> webhooks.remove(id));
    }

    Mono<Void> ping(Subscriber subscriber, UUID id) {
        return find(subscriber, id).flatMap(webhook -> telling.ping(id));
    }

    Mono<Void> redeliver(Subscriber subscriber, UUID id, UUID delivery) {
        return find(subscriber, id)
                .flatMap(webhook -> deliveries.again(id, delivery))
                .filter(found -> found)
                .switchIfEmpty(Mono.error(Absent::new))
                .then();
    }

    private static List<String> allowed(Subscriber subscriber, List<String> events) {
        List<String> open = Telling.openTo(subscriber.roles());
        for (int i = 0; i < events.size(); i++) {
            if (!open.contains(events.get(i))) {
                throw Invalid.field(
                        "events[" + i + "]", "unknown-event", "You may subscribe to " + String.join(", ", open) + ".");
            }
        }
        return events.stream().distinct().toList();
    }
}
