package org.outloud.feed.live;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Which of the connected people a change is for: those in whose home or thread it stands, and who may read it. */
@Repository
class Recipients {

    private static final String OF = """
            select o.id from (
              select home_of(r.author_id, r.community_id) as id from post r where r.id = :root
              union select c.author_id from post c where c.root_id = :root and :thread
            ) o
            where o.id = any(:connected)
              and exists (select from readable_post(o.id) p where p.id = :subject)
            """;

    private final DatabaseClient database;

    Recipients(DatabaseClient database) {
        this.database = database;
    }

    Mono<Set<PersonId>> of(LiveSignal signal, Collection<PersonId> connected) {
        return database.sql(OF)
                .bind("root", signal.root())
                .bind("subject", signal.subject())
                .bind("thread", !signal.kind().equals(LiveSignal.POST))
                .bind("connected", connected.stream().map(PersonId::value).toArray(UUID[]::new))
                .map(row -> new PersonId(Objects.requireNonNull(row.get("id", UUID.class))))
                .all()
                .collect(Collectors.toSet());
    }
}
