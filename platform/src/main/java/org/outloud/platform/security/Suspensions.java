package org.outloud.platform.security;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.outloud.platform.db.Changes;
import org.outloud.platform.problem.Forbidden;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Who is suspended from writing, as the service's table {@code suspension} says. They are few, so all of them are remembered as
 * long as none changes.
 */
public final class Suspensions {

    private static final String STANDING =
            "select person_id, until from suspension where suspended and (until is null or until > now())";
    private static final String KEEP = """
            insert into suspension (person_id, version, suspended, until) values (:person, :version, :suspended, :until)
            on conflict (person_id) do update
              set version = excluded.version, suspended = excluded.suspended, until = excluded.until
              where suspension.version < excluded.version
            """;

    /** What the table's trigger tells of any change to it. */
    private static final Set<UUID> ANY = Set.of(new UUID(0, 0x5005));

    private final DatabaseClient database;
    private final Changes changes;
    private volatile @Nullable Known known;

    private record Known(long since, Map<UUID, Instant> until) {}

    /** Those that a database knows. */
    public Suspensions(DatabaseClient database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Refuses whoever is suspended now. */
    public Mono<Void> refuse(PersonId person) {
        return standing()
                .doOnNext(standing -> {
                    Instant until = standing.get(person.value());
                    if (until != null && until.isAfter(Instant.now())) {
                        throw new Forbidden("suspended");
                    }
                })
                .then();
    }

    /**
     * Keeps how a person stands, unless something newer is known.
     *
     * @param until when a suspension ends by itself; null while it is open-ended
     */
    public Mono<Void> keep(PersonId person, long version, boolean suspended, @Nullable Instant until) {
        DatabaseClient.GenericExecuteSpec keep = database.sql(KEEP)
                .bind("person", person.value())
                .bind("version", version)
                .bind("suspended", suspended);
        keep = until == null ? keep.bindNull("until", Instant.class) : keep.bind("until", until);
        return keep.then();
    }

    private Mono<Map<UUID, Instant>> standing() {
        Known now = known;
        if (now != null && changes.unchanged(now.since(), ANY)) {
            return Mono.just(now.until());
        }
        long since = changes.now();
        return database.sql(STANDING)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("person_id", UUID.class)),
                        Objects.requireNonNullElse(row.get("until", Instant.class), Instant.MAX)))
                .all()
                .collect(HashMap<UUID, Instant>::new, (all, one) -> all.put(one.getKey(), one.getValue()))
                .<Map<UUID, Instant>>map(Map::copyOf)
                .doOnNext(all -> known = new Known(since, all));
    }
}
