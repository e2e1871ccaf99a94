package org.outloud.feed.syndication;

import java.util.Objects;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** How the sources of feeds are called. */
@Repository
class FeedNames {

    private final DatabaseClient database;

    FeedNames(DatabaseClient database) {
        this.database = database;
    }

    /** A person whom the viewer may meet; empty otherwise. */
    Mono<String> person(PersonId id, PersonId viewer) {
        return database.sql("select display_name from visible_person(:viewer) where id = :id")
                .bind("viewer", viewer.value())
                .bind("id", id.value())
                .mapValue(String.class)
                .one();
    }

    /** A community of which the viewer may know; asked only after its feed was read for that viewer. */
    Mono<Place> community(CommunityId id) {
        return database.sql("select name, slug from community where id = :id")
                .bind("id", id.value())
                .map(row -> new Place(
                        Objects.requireNonNull(row.get("name", String.class)),
                        Objects.requireNonNull(row.get("slug", String.class))))
                .one();
    }

    /** A community's name and where its screen is. */
    record Place(String name, String slug) {}
}
