package org.outloud.platform.outbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells everything that this service owns again, for when the topics were lost: {@code POST /actuator/reannounce}. For
 * administrators. It may run while people work, and more than once.
 */
@Endpoint(id = "reannounce")
public final class ReannounceEndpoint {

    private static final UUID START = new UUID(0, 0);
    private static final Duration PAUSE = Duration.ofMillis(200);
    /** What people do meanwhile waits behind so many at most. */
    private static final int MOST_WAITING = 5_000;

    private static final String CROWDED = "select count(*) = :most from (select from outbox limit :most) waiting";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Outbox outbox;
    private final List<Owned> owned;

    ReannounceEndpoint(DatabaseClient database, TransactionalOperator transaction, Outbox outbox, List<Owned> owned) {
        this.database = database;
        this.transaction = transaction;
        this.outbox = outbox;
        this.owned = owned;
    }

    /** Tells it all; answers how many events, by what they are about, once the last one is in the outbox. */
    @WriteOperation
    public Mono<Map<String, Long>> tellAgain() {
        return Flux.fromIterable(owned)
                .concatMap(state -> tellAgain(state).map(told -> Map.entry(state.name(), told)))
                .collect(LinkedHashMap::new, (told, one) -> told.put(one.getKey(), one.getValue()));
    }

    private Mono<Long> tellAgain(Owned state) {
        return next(state, START)
                .expand(part -> next(state, part.last()))
                .reduce(0L, (told, part) -> told + part.events().size());
    }

    private Mono<Owned.Part> next(Owned state, UUID last) {
        return room().then(Mono.defer(() -> state.after(last))
                .flatMap(part -> outbox.appendAgain(part.events()).thenReturn(part))
                .as(transaction::transactional));
    }

    /** Waits until the relay has told most of what it was given. */
    private Mono<Void> room() {
        return database.sql(CROWDED)
                .bind("most", MOST_WAITING)
                .mapValue(Boolean.class)
                .one()
                .filter(crowded -> !crowded)
                .repeatWhenEmpty(again -> again.delayElements(PAUSE))
                .then();
    }
}
