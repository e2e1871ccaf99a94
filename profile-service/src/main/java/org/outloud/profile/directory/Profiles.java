package org.outloud.profile.directory;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.outloud.contracts.PersonId;
import org.outloud.platform.problem.Absent;
import org.outloud.profile.person.People;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Profiles as people see them. */
@Repository
class Profiles {

    /** Counts what the lists show: active people only. */
    private static final String FIND = """
            select (to_jsonb(p) - '{name_key,words,knows,spelled}'::text[])::text as person,
              (select count(*) from follow f join visible_person(:viewer) x on x.id = f.follower and x.active
                where f.followee = p.id and f.following) as followers,
              (select count(*) from follow f join visible_person(:viewer) x on x.id = f.followee and x.active
                where f.follower = p.id and f.following) as following,
              exists (select from follow f
                where f.follower = :viewer and f.followee = p.id and f.following) as followed,
              exists (select from follow f
                where f.follower = p.id and f.followee = :viewer and f.following) as follows,
              exists (select from block b
                where b.blocker = :viewer and b.blocked = p.id and b.muted_at is not null) as muted
            from visible_person(:viewer) p where p.id = :id
            """;

    private final DatabaseClient database;
    private final People people;

    Profiles(DatabaseClient database, People people) {
        this.database = database;
        this.people = people;
    }

    /** The profile, or {@link Absent}. Who left keeps theirs: their posts still lead to it. */
    Mono<PersonView> find(PersonId id, PersonId viewer) {
        return database.sql(FIND)
                .bind("viewer", viewer.value())
                .bind("id", id.value())
                .map(row -> toView(row, viewer))
                .one()
                .switchIfEmpty(Mono.error(Absent::new));
    }

    private PersonView toView(Readable row, PersonId viewer) {
        return PersonView.of(
                people.toPerson(get(row, "person", String.class)),
                viewer,
                get(row, "followers", Long.class),
                get(row, "following", Long.class),
                new PersonMine(get(row, "followed", Boolean.class), get(row, "muted", Boolean.class)),
                get(row, "follows", Boolean.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
