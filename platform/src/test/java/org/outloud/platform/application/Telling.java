package org.outloud.platform.application;

import org.outloud.contracts.event.Event;
import org.outloud.platform.outbox.Outbox;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A use case that changes something and tells of it, and may fail in between. */
public class Telling {

    private final Outbox outbox;
    private final DatabaseClient database;

    Telling(Outbox outbox, DatabaseClient database) {
        this.outbox = outbox;
        this.database = database;
    }

    @Transactional
    public Mono<Void> tell(Event event, boolean thenFail) {
        return database.sql("insert into told (about, version, times) values (:about, 0, 0) on conflict do nothing")
                .bind("about", "change " + event.key())
                .then()
                .then(outbox.append(event))
                .then(thenFail ? Mono.error(new IllegalStateException("after the event")) : Mono.empty());
    }
}
