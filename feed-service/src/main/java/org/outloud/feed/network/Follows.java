package org.outloud.feed.network;

import org.outloud.contracts.event.FollowChanged;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Who follows whom, as the follows topic tells it. */
@Repository
public class Follows {

    private static final String KEEP = """
            insert into follow (follower, followee, version, following)
            values (:follower, :followee, :version, :following)
            on conflict (follower, followee) do update
              set version = excluded.version, following = excluded.following
              where follow.version < excluded.version
            """;

    private final DatabaseClient database;

    Follows(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps what the event says; false when something newer is known. */
    public Mono<Boolean> keep(FollowChanged event) {
        return database.sql(KEEP)
                .bind("follower", event.follower().value())
                .bind("followee", event.followee().value())
                .bind("version", event.version())
                .bind("following", event.following())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
