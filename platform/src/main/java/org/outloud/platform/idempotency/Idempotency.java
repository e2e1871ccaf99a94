package org.outloud.platform.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.problem.Invalid;
import org.outloud.platform.security.Caller;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a retried POST harmless. The key is claimed in the command's own transaction, so the first answer is kept exactly
 * when the command took place, and a concurrent repetition waits for it.
 */
public final class Idempotency {

    private static final int LONGEST_KEY = 255;

    private static final String CLAIM = """
            insert into idempotency_key (caller, key, request) values (:caller, :key, :request)
            on conflict (caller, key) do update
              set request = excluded.request, answer = null, created_at = now()
              where idempotency_key.created_at < now() - interval '24 hours'
            returning key
            """;
    private static final String KEEP =
            "update idempotency_key set answer = :answer::jsonb where caller = :caller and key = :key";
    private static final String FORGET = "delete from idempotency_key where created_at < now() - interval '24 hours'";
    private static final String RECALL =
            "select request, answer::text as answer from idempotency_key where caller = :caller and key = :key";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final JsonMapper json;

    Idempotency(DatabaseClient database, TransactionalOperator transaction, JsonMapper json) {
        this.database = database;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * Does the command once for this caller and key.
     *
     * @param key the {@code Idempotency-Key} header; without one the command is simply done
     * @param request what the same key must be repeated with; a different one is 422
     * @param answer the type of the command's answer, which must survive JSON
     */
    public <T> Mono<T> once(Caller caller, @Nullable String key, Object request, Class<T> answer, Mono<T> command) {
        if (key == null) {
            return command;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0) {
            return Mono.error(Invalid.field("Idempotency-Key", "malformed", "A key has 1 to 255 characters."));
        }
        byte[] digest = digest(request);
        return claim(caller, key, digest)
                .flatMap(claimed -> claimed
                        ? command.flatMap(done -> keep(caller, key, done).thenReturn(done))
                        : recall(caller, key, digest, answer))
                .as(transaction::transactional);
    }

    /** Forgets keys that may be used anew. */
    Mono<Void> forget() {
        return database.sql(FORGET).then();
    }

    private Mono<Boolean> claim(Caller caller, String key, byte[] digest) {
        return database.sql(CLAIM)
                .bind("caller", caller.id().toString())
                .bind("key", key)
                .bind("request", digest)
                .map(row -> true)
                .one()
                .defaultIfEmpty(false);
    }

    private Mono<Void> keep(Caller caller, String key, Object done) {
        return database.sql(KEEP)
                .bind("answer", json.writeValueAsString(done))
                .bind("caller", caller.id().toString())
                .bind("key", key)
                .then();
    }

    private <T> Mono<T> recall(Caller caller, String key, byte[] digest, Class<T> type) {
        return database.sql(RECALL)
                .bind("caller", caller.id().toString())
                .bind("key", key)
                .map(row -> new Kept(
                        row.get("request", byte[].class), Optional.ofNullable(row.get("answer", String.class))))
                .one()
                .map(kept -> {
                    if (!MessageDigest.isEqual(kept.request(), digest)) {
                        throw Invalid.unprocessable("idempotency-mismatch");
                    }
                    return json.readValue(kept.answer().orElseThrow(), type);
                });
    }

    private byte[] digest(Object request) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((request.getClass().getName() + json.writeValueAsString(request))
                            .getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Kept(byte @Nullable [] request, Optional<String> answer) {}
}
