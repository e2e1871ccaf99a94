package org.outloud.profile.person;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.Event;
import org.outloud.platform.outbox.Owned;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Everybody, also whom only a pseudonym is left of. */
@Repository
class EverybodyToldAgain implements Owned {

    /** In the order in which everybody holds people. */
    private static final String NEXT = """
            select p.id, (to_jsonb(p) - '{name_key,words,knows,spelled}'::text[])::text as person,
              (select e.id from erasure e where e.person_id = p.id) as erasure
            from person p where p.id > :last order by p.id limit 500 for share of p
            """;

    private final DatabaseClient database;
    private final People people;

    EverybodyToldAgain(DatabaseClient database, People people) {
        this.database = database;
        this.people = people;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public Mono<Part> after(UUID last) {
        return database.sql(NEXT)
                .bind("last", last)
                .map(this::told)
                .all()
                .collectList()
                .filter(page -> !page.isEmpty())
                .map(page -> new Part(
                        page.get(page.size() - 1).id().value(),
                        page.stream().map(Told::event).toList()));
    }

    private Told told(Readable row) {
        Person person = people.toPerson(Objects.requireNonNull(row.get("person", String.class)));
        UUID erasure = row.get("erasure", UUID.class);
        return new Told(person.id(), erasure == null ? person.toEvent() : person.toErasure(erasure));
    }

    private record Told(PersonId id, Event event) {}
}
