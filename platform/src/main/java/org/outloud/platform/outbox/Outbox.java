package org.outloud.platform.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.event.Event;
import org.outloud.contracts.event.EventType;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a use case leaves its events. Appending joins the caller's transaction, so an event exists exactly when the
 * change it tells of does. Append after the aggregate's row was written: its lock is what keeps one aggregate's events in
 * the order of their commits.
 */
public final class Outbox {

    private static final String INSERT = """
            insert into outbox (id, aggregatetype, aggregateid, type, payload, traceparent, told_again)
            select e.id, e.topic, e.key, e.type, e.payload::jsonb, :traceparent, :toldAgain
            from unnest(:ids::uuid[], :topics::text[], :keys::text[], :types::text[], :payloads::text[])
              with ordinality as e (id, topic, key, type, payload, position)
            order by e.position
            """;

    private static final String FORGET = """
            insert into outbox (id, aggregatetype, aggregateid, type, payload)
            select e.id, :topic, e.key, :type, 'null'::jsonb
            from unnest(:ids::uuid[], :keys::text[]) with ordinality as e (id, key, position)
            order by e.position
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    Outbox(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Appends one event. */
    public Mono<Void> append(Event event) {
        return append(List.of(event));
    }

    /** Appends events in their order, with one statement. */
    public Mono<Void> append(List<? extends Event> events) {
        return events.isEmpty()
                ? Mono.empty()
                : Mono.deferContextual(context -> insert(events, CurrentTrace.parent(context), false));
    }

    /**
     * Appends what was told before, at its versions: whoever has a copy passes over it, and nobody is notified. Hold the
     * rows it comes from, or an older state could follow a newer one.
     */
    Mono<Void> appendAgain(List<? extends Event> events) {
        return events.isEmpty() ? Mono.empty() : insert(events, null, true);
    }

    private Mono<Void> insert(List<? extends Event> events, @Nullable String parent, boolean toldAgain) {
        int size = events.size();
        UUID[] ids = new UUID[size];
        String[] topics = new String[size];
        String[] keys = new String[size];
        String[] types = new String[size];
        String[] payloads = new String[size];
        for (int i = 0; i < size; i++) {
            Event event = events.get(i);
            EventType type = typeOf(event.getClass());
            ids[i] = UuidCreator.getTimeOrderedEpochPlus1();
            topics[i] = type.topic();
            keys[i] = event.key();
            types[i] = type.value();
            payloads[i] = json.writeValueAsString(event);
        }
        DatabaseClient.GenericExecuteSpec insert = database.sql(INSERT)
                .bind("ids", ids)
                .bind("topics", topics)
                .bind("keys", keys)
                .bind("types", types)
                .bind("payloads", payloads)
                .bind("toldAgain", toldAgain);
        insert = parent == null ? insert.bindNull("traceparent", String.class) : insert.bind("traceparent", parent);
        return insert.then();
    }

    /**
     * Takes keys off a compacted topic: a message without a value follows whatever was told of them before.
     *
     * @param type whose topic and keys they are
     */
    public Mono<Void> forget(Class<? extends Event> type, List<String> keys) {
        if (keys.isEmpty()) {
            return Mono.empty();
        }
        EventType told = typeOf(type);
        return database.sql(FORGET)
                .bind(
                        "ids",
                        keys.stream()
                                .map(key -> UuidCreator.getTimeOrderedEpochPlus1())
                                .toArray(UUID[]::new))
                .bind("topic", told.topic())
                .bind("keys", keys.toArray(String[]::new))
                .bind("type", told.value())
                .then();
    }

    /** What a record class declares about itself. */
    public static EventType typeOf(Class<?> event) {
        EventType type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(event + " is an event without @EventType");
        }
        return type;
    }
}
