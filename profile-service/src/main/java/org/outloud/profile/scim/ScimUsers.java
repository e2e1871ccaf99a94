package org.outloud.profile.scim;

import java.util.Objects;
import org.outloud.contracts.PersonId;
import org.outloud.platform.problem.Absent;
import org.outloud.profile.person.People;
import org.outloud.profile.person.Person;
import org.outloud.profile.person.Provisioning;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** People as HR's system may see them: whom it deleted is gone. */
@Repository
class ScimUsers {

    private final DatabaseClient database;
    private final People people;

    ScimUsers(DatabaseClient database, People people) {
        this.database = database;
        this.people = people;
    }

    Mono<Person> find(PersonId id) {
        return visible(people.find(id));
    }

    /** Held until the transaction ends. */
    Mono<Person> hold(PersonId id) {
        return visible(people.hold(id));
    }

    private static Mono<Person> visible(Mono<Person> found) {
        return found.filter(person -> person.provisioning() != Provisioning.REMOVED)
                .switchIfEmpty(Mono.error(Absent::new));
    }

    Mono<Long> count(ScimFilter filter) {
        return database.sql("select count(*) from person p where p.provisioning <> 'removed' and " + filter.condition())
                .bindValues(filter.values())
                .mapValue(Long.class)
                .one();
    }

    /** In the order of their creation, from a place counted from 0. */
    Flux<Person> list(ScimFilter filter, long offset, int most) {
        return database.sql("select to_jsonb(p)::text from person p where p.provisioning <> 'removed' and "
                        + filter.condition() + " order by p.id offset :offset limit :most")
                .bindValues(filter.values())
                .bind("offset", offset)
                .bind("most", most)
                .map(row -> people.toPerson(Objects.requireNonNull(row.get(0, String.class))))
                .all();
    }
}
