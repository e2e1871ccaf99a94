package org.outloud.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.outloud.contracts.PersonId;
import org.outloud.platform.db.Changes;
import org.outloud.platform.problem.Unready;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Looks subjects up in this service's own {@code person} table, which the people topic fills and whose trigger tells of every
 * change. Somebody who signed in a moment ago may still be on the way, so an unknown subject is waited for.
 */
final class ReplicatedSubjects implements Subjects {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration MEMORY = Duration.ofMinutes(10);

    /** Who was erased is still recognised, unless the account has become a new person's. */
    private static final String FIND = """
            select id, active from person where subject in (:subject, :sealed) order by subject = :subject desc limit 1
            """;

    private final DatabaseClient database;
    private final Changes changes;
    private final Cache<String, Remembered> known =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(MEMORY).build();

    private record Remembered(KnownPerson person, List<UUID> id, long since) {}

    ReplicatedSubjects(DatabaseClient database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    @Override
    public Mono<KnownPerson> personOf(Jwt token) {
        String subject = Subjects.subjectOf(token);
        Remembered remembered = known.getIfPresent(subject);
        if (remembered != null && changes.unchanged(remembered.since(), remembered.id())) {
            return Mono.just(remembered.person());
        }
        long since = changes.now();
        // Whose access ended may be somebody else's account tomorrow, which the row of today would not tell
        return awaited(subject).doOnNext(person -> {
            if (person.active()) {
                known.put(subject, new Remembered(person, List.of(person.id().value()), since));
            }
        });
    }

    private Mono<KnownPerson> awaited(String subject) {
        return find(subject)
                .switchIfEmpty(Mono.error(() -> new Unready("person-unknown")))
                .retryWhen(Retry.fixedDelay(PATIENCE.toMillis() / 50, Duration.ofMillis(50))
                        .filter(Unready.class::isInstance)
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure()));
    }

    private Mono<KnownPerson> find(String subject) {
        return database.sql(FIND)
                .bind("subject", subject)
                .bind("sealed", Subjects.sealed(subject))
                .map(row -> new KnownPerson(
                        new PersonId(row.get("id", UUID.class)), Boolean.TRUE.equals(row.get("active", Boolean.class))))
                .one();
    }
}
