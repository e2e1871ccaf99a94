package org.outloud.feed.history;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps imported thanks, a batch with one statement; what is there already stays as it is. */
@Repository
class ImportedThanks {

    private static final String INSERT = """
            insert into reaction (post_id, person_id, kind, given, created_at)
            select r.post, r.person, r.kind, true, r.at
            from unnest(:posts::uuid[], :people::uuid[], :kinds::text[], :times::timestamptz[])
              as r (post, person, kind, at)
            on conflict do nothing
            returning post_id, person_id, kind
            """;

    /** Each person thanks once in a way for a post. */
    record Key(UUID post, UUID person, String kind) {}

    private final DatabaseClient database;

    ImportedThanks(DatabaseClient database) {
        this.database = database;
    }

    /** Adds them; the answer names those that were not there yet. */
    Mono<Set<Key>> add(List<Thanked> thanked) {
        if (thanked.isEmpty()) {
            return Mono.just(Set.of());
        }
        return database.sql(INSERT)
                .bind("posts", thanked.stream().map(one -> one.post().id()).toArray(UUID[]::new))
                .bind("people", thanked.stream().map(one -> one.giver().value()).toArray(UUID[]::new))
                .bind("kinds", thanked.stream().map(Thanked::kind).toArray(String[]::new))
                .bind("times", thanked.stream().map(Thanked::at).toArray(Instant[]::new))
                .map(row -> new Key(
                        Objects.requireNonNull(row.get("post_id", UUID.class)),
                        Objects.requireNonNull(row.get("person_id", UUID.class)),
                        Objects.requireNonNull(row.get("kind", String.class))))
                .all()
                .collect(Collectors.toSet());
    }
}
