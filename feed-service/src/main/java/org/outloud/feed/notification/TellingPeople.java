package org.outloud.feed.notification;

import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.feed.live.ForOnePerson;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Notifications for open streams: who is told, and how much they have not seen by now. */
@Repository
class TellingPeople implements ForOnePerson {

    private static final String OF = """
            select distinct on (n.owner_id) n.owner_id, json_build_object('id', h.bundle, 'reason', h.kind, 'unread', (
              select count(distinct u.bundle) from concerns(n.owner_id) u where u.unread))::text as data
            from (select x.owner_id from notice x where x.subject_id = :subject and x.owner_id = any(:connected)
              union select d.owner_id from decision_notice d where d.subject_id = :subject and d.owner_id = any(:connected)) n
            cross join lateral (select h.* from concerns(n.owner_id) h where h.subject_id = :subject) h
            order by n.owner_id, h.at desc
            """;

    private final DatabaseClient database;

    TellingPeople(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Words> tell(UUID subject, Collection<PersonId> connected) {
        return database.sql(OF)
                .bind("subject", subject)
                .bind("connected", connected.stream().map(PersonId::value).toArray(UUID[]::new))
                .map(row -> new Words(
                        new PersonId(Objects.requireNonNull(row.get("owner_id", UUID.class))),
                        Objects.requireNonNull(row.get("data", String.class))))
                .all();
    }
}
