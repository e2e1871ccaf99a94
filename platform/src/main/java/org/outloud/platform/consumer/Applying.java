package org.outloud.platform.consumer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Applies arrived events to the read model: all of a batch in one transaction with their record in the inbox. */
final class Applying {

    private final Inbox inbox;
    private final TransactionalOperator transaction;
    private final JsonMapper json;

    Applying(Inbox inbox, TransactionalOperator transaction, JsonMapper json) {
        this.inbox = inbox;
        this.transaction = transaction;
        this.json = json;
    }

    /** Applies those that this consumer handles and has not applied before. */
    Mono<Void> apply(Subscription subscription, List<Arrived> batch) {
        Map<String, Subscription.Handler<?>> handlers = subscription.handlers();
        List<Arrived> wanted = batch.stream()
                .filter(event -> event.message().value() != null && handlers.containsKey(event.type()))
                .toList();
        if (wanted.isEmpty()) {
            return Mono.empty();
        }
        Set<UUID> ids = wanted.stream().map(Arrived::id).collect(Collectors.toSet());
        return inbox.record(subscription.name(), ids)
                .flatMap(fresh -> Flux.fromIterable(wanted)
                        .filter(event -> fresh.remove(event.id()))
                        .concatMap(event -> apply(handlers, event))
                        .then())
                .as(transaction::transactional);
    }

    private Mono<Void> apply(Map<String, Subscription.Handler<?>> handlers, Arrived event) {
        Subscription.Handler<?> handler = handlers.get(event.type());
        if (handler == null) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> json.readValue(event.message().value(), handler.event()))
                .flatMap(handler::apply)
                .contextWrite(context -> event.toldAgain() ? News.none(context) : context);
    }
}
