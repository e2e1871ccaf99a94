package org.outloud.platform.security;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.outloud.contracts.PersonId;
import org.outloud.platform.problem.Unready;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Looks subjects up in this service's own {@code person} table, which the people topic fills. Somebody who signed in a
 * moment ago may still be on the way, so an unknown subject is waited for.
 */
final class ReplicatedSubjects implements Subjects {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration MEMORY = Duration.ofSeconds(2);

    /** Who was erased is still recognised, unless the account has become a new person's. */
    private static final String FIND = """
            select id, active from person where subject in (:subject, :sealed) order by subject = :subject desc limit 1
            """;

    private final DatabaseClient database;
    private final AsyncCache<String, KnownPerson> known =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(MEMORY).buildAsync();

    ReplicatedSubjects(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<KnownPerson> personOf(Jwt token) {
        String subject = Subjects.subjectOf(token);
        return Mono.fromFuture(
                () -> known.get(subject, (key, executor) -> awaited(key).toFuture()), true);
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
                        new PersonId(row.get("id", java.util.UUID.class)),
                        Boolean.TRUE.equals(row.get("active", Boolean.class))))
                .one();
    }
}
