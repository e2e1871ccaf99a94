package org.outloud.profile.webhook;

import com.github.f4b6a3.uuid.UuidCreator;
import io.r2dbc.spi.Readable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.outloud.contracts.CommunityId;
import org.outloud.contracts.PersonId;
import org.outloud.contracts.event.CommunityChanged;
import org.outloud.contracts.event.PostPublished;
import org.outloud.platform.paging.Cursor;
import org.outloud.platform.paging.Page;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Messages to webhooks: those that wait, and the log of those that went. */
@Repository
class Deliveries {

    private static final int LONGEST_FAILURE = 300;

    private static final String TELL = """
            insert into webhook_delivery (id, webhook, type, body, community, state, attempts, due_at, created_at)
            select :id, w.id, :type, :body, :community, 'waiting', 0, now(), now()
            from webhook w where w.id = :webhook
            """;

    /** Leases messages to this instance: should it die, they fall due again. */
    private static final String CLAIM = """
            with due as (
              select d.id from webhook_delivery d join webhook w on w.id = d.webhook and w.state = 'active'
              where d.state = 'waiting' and d.due_at <= now()
                and (d.community is null or exists (
                  select from webhook_community c where c.id = d.community and c.visibility <> 'secret'))
              order by d.due_at limit :most
              for update of d skip locked)
            update webhook_delivery d set attempts = d.attempts + 1, due_at = now() + :lease * interval '1 second'
            from due, webhook w where d.id = due.id and w.id = d.webhook
            returning d.id, d.webhook, w.url, w.secret, d.body, d.attempts
            """;

    private static final String DELIVERED = """
            with done as (
              update webhook_delivery set state = 'delivered', status = :status, failure = null, done_at = now()
              where id = :id returning webhook)
            update webhook w set failures = 0 from done where w.id = done.webhook and w.failures > 0
            """;
    private static final String FAILED = """
            with tried as (
              update webhook_delivery
              set state = case when :again then 'waiting' else 'failed' end, status = :status, failure = :failure,
                due_at = now() + :pause * interval '1 second', done_at = case when :again then null else now() end
              where id = :id returning webhook)
            update webhook w set failures = w.failures + 1,
              state = case when :declined or w.failures + 1 >= :pauseAfter then 'paused' else w.state end,
              version = case when w.state = 'active' and (:declined or w.failures + 1 >= :pauseAfter)
                then w.version + 1 else w.version end
            from tried where w.id = tried.webhook
            returning w.state = 'paused' as paused
            """;
    private static final String LOG = """
            select id, type, state, attempts, case when state = 'waiting' then due_at end as due_at, status, failure,
              created_at, done_at
            from webhook_delivery d
            where webhook = :webhook
              and (community is null or exists (
                select from webhook_community c where c.id = d.community and c.visibility <> 'secret'))
              and (created_at, id) < (:before, :beforeId)
            order by created_at desc, id desc limit :most
            """;
    private static final String AGAIN = """
            update webhook_delivery set state = 'waiting', attempts = 0, due_at = now(), done_at = null
            where id = :id and webhook = :webhook
            """;
    private static final String KEEP_COMMUNITY = """
            insert into webhook_community (id, version, visibility) values (:id, :version, :visibility)
            on conflict (id) do update set version = excluded.version, visibility = excluded.visibility
              where webhook_community.version < excluded.version
            """;
    private static final Cursor.At FIRST_PAGE = new Cursor.At(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final DatabaseClient database;

    Deliveries(DatabaseClient database) {
        this.database = database;
    }

    /** Who wants to hear of this type of event. */
    Flux<UUID> subscribersTo(String type) {
        return database.sql("select id from webhook where events @> array[:type]::text[]")
                .bind("type", type)
                .mapValue(UUID.class)
                .all();
    }

    /** Leaves a message for a webhook; that of a community waits until the community may be told of. */
    Mono<Void> add(UUID webhook, UUID id, String type, String body, @Nullable CommunityId community) {
        var statement = database.sql(TELL)
                .bind("id", id)
                .bind("webhook", webhook)
                .bind("type", type)
                .bind("body", body);
        return (community == null
                        ? statement.bindNull("community", UUID.class)
                        : statement.bind("community", community.value()))
                .then();
    }

    static UUID newId() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    Flux<Due> claim(int most, Duration lease) {
        return database.sql(CLAIM)
                .bind("most", most)
                .bind("lease", lease.toSeconds())
                .map(row -> new Due(
                        uuid(row, "id"),
                        uuid(row, "webhook"),
                        URI.create(Objects.requireNonNull(row.get("url", String.class))),
                        Objects.requireNonNull(row.get("secret", String.class)),
                        Objects.requireNonNull(row.get("body", String.class)),
                        Objects.requireNonNull(row.get("attempts", Integer.class))))
                .all();
    }

    Mono<Void> delivered(UUID id, int status) {
        return database.sql(DELIVERED).bind("id", id).bind("status", status).then();
    }

    /** Notes a failed attempt; answers whether the webhook is paused now. */
    Mono<Boolean> failed(UUID id, Courier.Receipt receipt, @Nullable Duration pause, int pauseAfter) {
        var statement = database.sql(FAILED)
                .bind("id", id)
                .bind("again", pause != null)
                .bind("pause", pause == null ? 0L : pause.toSeconds())
                .bind("declined", receipt.declined())
                .bind("pauseAfter", pauseAfter);
        statement = receipt.status() == null
                ? statement.bindNull("status", Integer.class)
                : statement.bind("status", receipt.status());
        String failure = receipt.failure();
        statement = failure == null
                ? statement.bindNull("failure", String.class)
                : statement.bind("failure", failure.substring(0, Math.min(failure.length(), LONGEST_FAILURE)));
        return statement.mapValue(Boolean.class).one();
    }

    Mono<Page<Delivery>> log(UUID webhook, Cursor.@Nullable At after, int limit) {
        Cursor.At before = after == null ? FIRST_PAGE : after;
        return database.sql(LOG)
                .bind("webhook", webhook)
                .bind("before", before.time())
                .bind("beforeId", before.id())
                .bind("most", limit + 1)
                .map(Deliveries::toDelivery)
                .all()
                .collectList()
                .map(read -> Page.of(read, limit, delivery -> new Cursor.At(delivery.createdAt(), delivery.id())));
    }

    /** Has a message delivered once more; false when the webhook has no such message. */
    Mono<Boolean> again(UUID webhook, UUID id) {
        return database.sql(AGAIN)
                .bind("id", id)
                .bind("webhook", webhook)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Takes back every message that describes a person, be it delivered or waiting. */
    Mono<Void> forget(PersonId person) {
        return database.sql("delete from webhook_delivery where type = :type and body::jsonb ->> 'subject' = :person")
                .bind("type", Telling.PERSON.type())
                .bind("person", person.toString())
                .then();
    }

    Mono<Void> forget(Duration age) {
        return database.sql("delete from webhook_delivery where created_at < now() - :age * interval '1 second'")
                .bind("age", age.toSeconds())
                .then();
    }

    Mono<Void> keep(CommunityChanged event) {
        return database.sql(KEEP_COMMUNITY)
                .bind("id", event.id().value())
                .bind("version", event.version())
                .bind("visibility", event.visibility())
                .then();
    }

    /** Remembers a thread that everyone may read, if its community is open; others are never told of. */
    Mono<Void> keepThread(PostPublished event) {
        var statement = database.sql(
                        "insert into webhook_thread (id, community) values (:id, :community) on conflict do nothing")
                .bind("id", event.id().value());
        CommunityId community = event.communityId();
        return (community == null
                        ? statement.bindNull("community", UUID.class)
                        : statement.bind("community", community.value()))
                .then();
    }

    /** Whether everyone in the organisation may read the thread. */
    Mono<Boolean> isOpenThread(UUID root) {
        return database.sql("""
                        select count(*) > 0 from webhook_thread t left join webhook_community c on c.id = t.community
                        where t.id = :root and (t.community is null or c.visibility = 'open')
                        """).bind("root", root).mapValue(Boolean.class).one();
    }

    private static Delivery toDelivery(Readable row) {
        return new Delivery(
                uuid(row, "id"),
                Objects.requireNonNull(row.get("type", String.class)),
                Objects.requireNonNull(row.get("state", String.class)),
                Objects.requireNonNull(row.get("attempts", Integer.class)),
                row.get("due_at", Instant.class),
                row.get("status", Integer.class),
                row.get("failure", String.class),
                Objects.requireNonNull(row.get("created_at", Instant.class)),
                row.get("done_at", Instant.class));
    }

    private static UUID uuid(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, UUID.class));
    }
}
