package org.outloud.platform.consumer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.outloud.contracts.event.Event;
import org.outloud.contracts.event.EventType;
import org.outloud.platform.outbox.Outbox;
import reactor.core.publisher.Mono;

/**
 * What a capability wants to hear: a consumer's name and, per type of event, what to do. Each event is applied once, in
 * the transaction that records it; events with equal keys in their order. Declared as a bean, it is listened to.
 */
public final class Subscription {

    private final String name;
    private final Map<String, Handler<?>> handlers = new LinkedHashMap<>();
    private final Set<String> topics = new LinkedHashSet<>();

    private Subscription(String name) {
        this.name = name;
    }

    /**
     * Begins a subscription.
     *
     * @param name Kafka consumer group, inbox key and metrics tag; never rename one that is in use
     */
    public static Subscription named(String name) {
        return new Subscription(name);
    }

    /** Adds what to do on one type of event. */
    public <E extends Event> Subscription on(Class<E> event, Function<E, Mono<Void>> action) {
        EventType type = Outbox.typeOf(event);
        handlers.put(type.value(), new Handler<>(event, action));
        topics.add(type.topic());
        return this;
    }

    String name() {
        return name;
    }

    Set<String> topics() {
        return Collections.unmodifiableSet(topics);
    }

    Map<String, Handler<?>> handlers() {
        return Collections.unmodifiableMap(handlers);
    }

    record Handler<E extends Event>(Class<E> event, Function<E, Mono<Void>> action) {

        Mono<Void> apply(Object decoded) {
            return action.apply(event.cast(decoded));
        }
    }
}
