package org.outloud.feed.recognition;

import java.time.Instant;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.PostId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Thanks and likes given. */
@Repository
class Reactions {

    private static final String GIVE = """
            insert into reaction (post_id, person_id, kind, given, created_at) values (:post, :person, :kind, true, :at)
            on conflict (post_id, person_id, kind) do update
              set given = true, version = reaction.version + 1, created_at = excluded.created_at
              where not reaction.given
            returning version
            """;
    private static final String TAKE_BACK = """
            update reaction set given = false, version = version + 1
            where post_id = :post and person_id = :person and kind = :kind and given
            returning version
            """;

    private final DatabaseClient database;

    Reactions(DatabaseClient database) {
        this.database = database;
    }

    /** Gives; the new version, or nothing when it stood already. */
    Mono<Long> give(PostId post, PersonId person, Thanks kind, Instant at) {
        return database.sql(GIVE)
                .bind("post", post.value())
                .bind("person", person.value())
                .bind("kind", kind.word())
                .bind("at", at)
                .mapValue(Long.class)
                .one();
    }

    /** Takes back; the new version, or nothing when there was nothing to take. */
    Mono<Long> takeBack(PostId post, PersonId person, Thanks kind) {
        return database.sql(TAKE_BACK)
                .bind("post", post.value())
                .bind("person", person.value())
                .bind("kind", kind.word())
                .mapValue(Long.class)
                .one();
    }
}
