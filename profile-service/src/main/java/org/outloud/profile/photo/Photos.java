package org.outloud.profile.photo;

import java.util.Objects;
import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The pictures of people. */
@Repository
class Photos {

    private static final String KEEP = """
            insert into photo (person_id, tag, media_type, large, small, changed_at)
            values (:person, :tag, :mediaType, :large, :small, now())
            on conflict (person_id) do update
              set tag = excluded.tag, media_type = excluded.media_type, large = excluded.large, small = excluded.small,
                changed_at = excluded.changed_at
            """;

    private final DatabaseClient database;

    Photos(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> keep(PersonId person, String tag, Photo photo) {
        return database.sql(KEEP)
                .bind("person", person.value())
                .bind("tag", tag)
                .bind("mediaType", photo.mediaType())
                .bind("large", photo.large())
                .bind("small", photo.small())
                .then();
    }

    Mono<Void> delete(PersonId person) {
        return database.sql("delete from photo where person_id = :person")
                .bind("person", person.value())
                .then();
    }

    /** A person's picture in one size; empty when there is none, or the person does not exist for the viewer. */
    Mono<Served> find(PersonId person, PersonId viewer, int size) {
        String column = size <= Developing.SMALL ? "small" : "large";
        return database.sql("select tag, media_type, " + column + " as picture from photo"
                        + " join visible_person(:viewer) p on p.id = person_id where person_id = :person")
                .bind("viewer", viewer.value())
                .bind("person", person.value())
                .map(row -> new Served(
                        Objects.requireNonNull(row.get("tag", String.class)),
                        Objects.requireNonNull(row.get("media_type", String.class)),
                        Objects.requireNonNull(row.get("picture", byte[].class))))
                .one();
    }

    /** One size of a picture. */
    @SuppressWarnings("ArrayRecordComponent")
    record Served(String tag, String mediaType, byte[] picture) {}
}
