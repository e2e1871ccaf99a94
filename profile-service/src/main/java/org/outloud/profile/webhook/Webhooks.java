package org.outloud.profile.webhook;

import com.github.f4b6a3.uuid.UuidCreator;
import io.r2dbc.spi.Readable;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Page;
import org.outloud.platform.security.Subjects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All webhooks. */
@Repository
class Webhooks {

    private static final String COLUMNS =
            "id, version, owner, description, url, secret, events, state, failures, created_at";
    private static final String INSERT = """
            insert into webhook (id, version, owner, description, url, secret, events, state, failures, created_at)
            values (:id, 1, :owner, :description, :url, :secret, :events, 'active', 0, now())
            returning %s
            """.formatted(COLUMNS);
    private static final String UPDATE = """
            update webhook set version = version + 1, description = :description, url = :url, events = :events,
              state = :state, failures = case when state = 'paused' and :state = 'active' then 0 else failures end
            where id = :id and version = :version
            returning %s
            """.formatted(COLUMNS);
    private static final String LIST = """
            select %s from webhook
            where (owner = :owner or :all) and (created_at, id) < (:before, :beforeId)
            order by created_at desc, id desc limit :most
            """.formatted(COLUMNS);
    private static final Cursor.At FIRST_PAGE = new Cursor.At(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final DatabaseClient database;

    Webhooks(DatabaseClient database) {
        this.database = database;
    }

    Mono<Webhook> create(String owner, WebhookWish wish, URI url, List<String> events) {
        var statement = database.sql(INSERT)
                .bind("id", UuidCreator.getTimeOrderedEpochPlus1())
                .bind("owner", owner)
                .bind("url", url.toString())
                .bind("secret", Signature.newSecret())
                .bind("events", events.toArray(String[]::new));
        return bind(statement, wish.description()).map(Webhooks::toWebhook).one();
    }

    Mono<Webhook> find(UUID id) {
        return database.sql("select " + COLUMNS + " from webhook where id = :id")
                .bind("id", id)
                .map(Webhooks::toWebhook)
                .one();
    }

    Mono<Long> countOf(String owner) {
        return database.sql("select count(*) from webhook where owner = :owner")
                .bind("owner", owner)
                .mapValue(Long.class)
                .one();
    }

    Mono<Page<Webhook>> list(Subscriber subscriber, Cursor.@Nullable At after, int limit) {
        Cursor.At before = after == null ? FIRST_PAGE : after;
        return database.sql(LIST)
                .bind("owner", subscriber.subject())
                .bind("all", subscriber.seesAll())
                .bind("before", before.time())
                .bind("beforeId", before.id())
                .bind("most", limit + 1)
                .map(Webhooks::toWebhook)
                .all()
                .collectList()
                .map(read -> Page.of(read, limit, webhook -> new Cursor.At(webhook.createdAt(), webhook.id())));
    }

    /** Writes what may change; empty when somebody else was faster. */
    Mono<Webhook> update(Webhook webhook) {
        var statement = database.sql(UPDATE)
                .bind("id", webhook.id())
                .bind("version", webhook.version())
                .bind("url", webhook.url().toString())
                .bind("events", webhook.events().toArray(String[]::new))
                .bind("state", webhook.state().name().toLowerCase(Locale.ROOT));
        return bind(statement, webhook.description()).map(Webhooks::toWebhook).one();
    }

    /** Keeps the webhooks of somebody who was erased, without saying whose they were; administrators manage them. */
    Mono<Void> disown(String subject) {
        return database.sql("update webhook set owner = :sealed where owner = :subject")
                .bind("sealed", Subjects.sealed(subject))
                .bind("subject", subject)
                .then();
    }

    Mono<Void> remove(UUID id) {
        return database.sql("delete from webhook where id = :id").bind("id", id).then();
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, @Nullable String description) {
        return description == null
                ? statement.bindNull("description", String.class)
                : statement.bind("description", description);
    }

    private static Webhook toWebhook(Readable row) {
        return new Webhook(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("version", Long.class)),
                Objects.requireNonNull(row.get("owner", String.class)),
                row.get("description", String.class),
                URI.create(Objects.requireNonNull(row.get("url", String.class))),
                Objects.requireNonNull(row.get("secret", String.class)),
                List.of(Objects.requireNonNull(row.get("events", String[].class))),
                Webhook.State.valueOf(
                        Objects.requireNonNull(row.get("state", String.class)).toUpperCase(Locale.ROOT)),
                Objects.requireNonNull(row.get("failures", Integer.class)),
                Objects.requireNonNull(row.get("created_at", Instant.class)));
    }
}
