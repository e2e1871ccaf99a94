package org.outloud.feed.syndication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.PersonId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Secrets that stand in an address instead of a sign-in, for feed readers, which cannot sign in. At most one a person; only
 * its digest is kept, so nobody can read it again.
 */
@Repository
class FeedKeys {

    private static final int BYTES = 32;
    private static final String KEEP = """
            insert into feed_key (person_id, digest) values (:person, :digest)
            on conflict (person_id) do update set digest = excluded.digest, created_at = now(), used_at = null
            returning created_at
            """;

    /** A reader comes every few minutes; when it last came matters to the hour. */
    private static final String USE = """
            with key as (
              select k.person_id from feed_key k join person p on p.id = k.person_id and p.active where k.digest = :digest),
            used as (
              update feed_key k set used_at = now() from key
              where k.person_id = key.person_id and (k.used_at is null or k.used_at < now() - interval '1 hour'))
            select person_id from key
            """;

    private final DatabaseClient database;
    private final SecureRandom random = new SecureRandom();

    FeedKeys(DatabaseClient database) {
        this.database = database;
    }

    /** A new secret, in place of the one there was. */
    Mono<Made> make(PersonId person) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return database.sql(KEEP)
                .bind("person", person.value())
                .bind("digest", digest(key))
                .map(row -> new Made(key, Objects.requireNonNull(row.get("created_at", Instant.class))))
                .one();
    }

    /** What is known of a person's secret; empty without one. */
    Mono<Known> of(PersonId person) {
        return database.sql("select created_at, used_at from feed_key where person_id = :person")
                .bind("person", person.value())
                .map(row -> new Known(
                        Objects.requireNonNull(row.get("created_at", Instant.class)),
                        row.get("used_at", Instant.class)))
                .one();
    }

    Mono<Void> revoke(PersonId person) {
        return database.sql("delete from feed_key where person_id = :person")
                .bind("person", person.value())
                .then();
    }

    /** Whose secret it is, as long as that person works here; empty when it is nobody's. */
    Mono<PersonId> use(String key) {
        return database.sql(USE)
                .bind("digest", digest(key))
                .map(row -> new PersonId(Objects.requireNonNull(row.get("person_id", UUID.class))))
                .one();
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A secret, the only time it can be read. */
    record Made(String key, Instant createdAt) {}

    /** When a secret was made and about when a reader last came with it. */
    record Known(Instant createdAt, @Nullable Instant usedAt) {}
}
